import * as currencies from 'dinero.js/currencies'

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.values(currencies).map((currency) => [
    currency.code,
    // Two currencies (MGA, MRU) count in fifths, which ISO 4217 still writes with two decimals.
    currency.base === 10 ? currency.exponent : 2,
  ]),
)

/**
 * Decimal places between the minor unit and the whole unit of a currency by ISO 4217: 2 for INR, 0 for JPY, 3 for KWD.
 * A code that ISO does not list counts with 2.
 */
export function currencyExponent(currency: string): number {
  return EXPONENTS.get(currency) ?? 2
}

/** Whether `currency` is a code of ISO 4217. */
export function isCurrency(currency: string): boolean {
  return EXPONENTS.has(currency)
}

/**
 * `a × b / divisor`, rounded half away from zero; exact however large the product is.
 * All three are integers, `divisor` > 0.
 */
export function multiplyDivide(a: number, b: number, divisor: number): number {
  const product = a * b
  if (Number.isSafeInteger(product * 2) && Number.isSafeInteger(divisor * 2)) {
    const magnitude = Math.abs(product)
    const rest = magnitude % divisor
    const quotient = (magnitude - rest) / divisor
    return signed(rest * 2 >= divisor ? quotient + 1 : quotient, product < 0)
  }
  const large = BigInt(a) * BigInt(b)
  const magnitude = large < 0n ? -large : large
  const by = BigInt(divisor)
  return signed(Number((magnitude * 2n + by) / (by * 2n)), large < 0n)
}

function signed(magnitude: number, negative: boolean): number {
  return negative && magnitude !== 0 ? -magnitude : magnitude
}

/**
 * Amount of a line in minor units: price per whole unit × quantity in smallest steps / 10^decimals,
 * rounded half away from zero.
 */
export function lineAmount(unitPrice: number, quantity: number, decimals: number): number {
  return multiplyDivide(unitPrice, quantity, 10 ** decimals)
}

/** A rate in basis points of an amount in minor units, rounded half away from zero. */
export function rateOf(amount: number, basisPoints: number): number {
  return multiplyDivide(amount, basisPoints, 10_000)
}

/**
 * Splits `amount` in proportion to `weights` (integers ≥ 0) by largest remainder: the parts are integers, differ from
 * the exact share by less than 1 and sum exactly to `amount`. Ties go to the earlier part. Without any weight
 * the first part takes all.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (weights.length === 0) return []
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0))
  const magnitude = BigInt(Math.abs(amount))
  const shares = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight)
    return {index, floor: product / total, rest: product % total}
  })
  let left = magnitude - shares.reduce((sum, share) => sum + share.floor, 0n)
  const parts = shares.map((share) => Number(share.floor))
  const byRest = shares.toSorted((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1,
  )
  for (const share of byRest) {
    if (left === 0n) break
    parts[share.index] = (parts[share.index] ?? 0) + 1
    left -= 1n
  }
  return parts.map((part) => signed(part, amount < 0))
}

/** Rounds to a multiple of `step` minor units, half away from zero; `step` 1 changes nothing. */
export function roundToStep(amount: number, step: number): number {
  return step <= 1 ? amount : multiplyDivide(amount, 1, step) * step
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatterFor(currency: string, locale: string | undefined): Intl.NumberFormat {
  const key = `${locale ?? ''} ${currency}`
  const known = formatters.get(key)
  if (known) return known
  const digits = currencyExponent(currency)
  // English groups rupees as India does, in lakh and crore; other languages have a way of their own.
  const isIndian = currency === 'INR' && locale?.startsWith('en') === true
  const formatter = new Intl.NumberFormat(isIndian ? 'en-IN' : locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  formatters.set(key, formatter)
  return formatter
}

/** `formatMoney(12345000, 'INR', 'en')` is `₹1,23,450.00`. `minor` is an integer in minor units. */
export function formatMoney(minor: number, currency: string, locale?: string): string {
  return formatterFor(currency, locale).format(minor / 10 ** currencyExponent(currency))
}

/** The amount as an input shows it: plain decimals, no grouping, no symbol: `1234.50`. */
export function formatMoneyInput(minor: number, currency: string): string {
  return toDecimalText(minor, currencyExponent(currency))
}

/**
 * Minor units of what a person typed: `1,234.5`, `₹ 1234.50`, `-3`. With two kinds of separators the last one is
 * the decimal one; a single comma followed by other than three digits is a decimal comma.
 *
 * @returns `undefined` when the text is no amount or has more decimals than the currency.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  return parseDecimal(text.replaceAll(/[\p{Sc}\p{L}]\.?/gu, ''), currencyExponent(currency))
}

/** Integer steps of 10^-decimals as decimal text: (1500, 3) is `1.500`. */
export function toDecimalText(steps: number, decimals: number): string {
  const digits = String(Math.abs(steps)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${steps < 0 ? '-' : ''}${whole}${fraction}`
}

/** Integer steps of 10^-decimals of a typed decimal number; `undefined` when it is none or finer than a step. */
export function parseDecimal(text: string, decimals: number): number | undefined {
  const compact = withPointDecimals(text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replace('−', '-'))
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(compact)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return undefined
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > decimals) return undefined
  const steps = Number(`${whole}${significant.padEnd(decimals, '0')}`)
  return Number.isSafeInteger(steps) ? signed(steps, sign === '-') : undefined
}

function withPointDecimals(text: string): string {
  const comma = text.lastIndexOf(',')
  const point = text.lastIndexOf('.')
  if (comma === -1) return text
  if (point > comma) return text.replaceAll(',', '')
  if (point !== -1) return text.replaceAll('.', '').replace(',', '.')
  const grouped = /^-?\d{1,3}(,\d{2,3})*,\d{3}$/.test(text)
  return grouped ? text.replaceAll(',', '') : text.replace(',', '.')
}
