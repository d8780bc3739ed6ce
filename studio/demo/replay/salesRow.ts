/** One row of a history in the format of the online-retail data, as text. */
export interface SalesRow {
  InvoiceNo: string
  StockCode: string
  Description: string
  Quantity: string
  InvoiceDate: string
  UnitPrice: string
  CustomerID: string
  Country: string
}

export const COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const satisfies readonly (keyof SalesRow)[]

/** Compared trimmed and in upper case. */
export const stockCode = ({StockCode}: SalesRow): string => StockCode.trim().toUpperCase()

/** Codes that begin with five digits are goods with stock; all others are services. */
export const isStocked = (code: string): boolean => /^\d{5}/.test(code)

/** `17850.0` is customer 17850; empty is a walk-in. */
export function customerNumber({CustomerID}: SalesRow): string | undefined {
  const text = CustomerID.trim().replace(/\.0+$/, '')
  return text === '' ? undefined : text
}

/** `[day, time]` as written, in the shop's time zone; undefined when it is no date. */
export function invoiceDate({InvoiceDate}: SalesRow): {day: string; time: string} | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)/.exec(InvoiceDate.trim())
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return {day: match[1], time: match[2].length === 5 ? `${match[2]}:00` : match[2]}
}

/** Whole numbers only; undefined for anything else. */
export function quantityOf({Quantity}: SalesRow): number | undefined {
  const quantity = Quantity.trim() === '' ? Number.NaN : Number(Quantity)
  return Number.isSafeInteger(quantity) ? quantity : undefined
}

export interface Price {
  sign: -1 | 0 | 1
  /** Price × 100, rounded half away from zero from the written digits: 2.675 is 268. */
  pence: number
}

export function priceOf({UnitPrice}: SalesRow): Price | undefined {
  const text = UnitPrice.trim()
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (match === null || !/\d/.test(text)) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const digits = `${fraction}000`
  const pence = Number(`${whole}${digits.slice(0, 2)}`) + (Number(digits[2]) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(pence)) return undefined
  const isZero = !/[1-9]/.test(text)
  return {
    sign: isZero ? 0 : sign === '-' ? -1 : 1,
    pence: sign === '-' && pence > 0 ? -pence : pence,
  }
}
