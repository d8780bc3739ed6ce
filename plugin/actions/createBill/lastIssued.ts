export interface IssuedBill {
  id: string
  title: string
  description: string
  /** Money to give back, in words; absent when there is none. */
  change?: string
}

/** Id of the toast that tells of it. */
export const ISSUED_TOAST = 'shop-receipt'

/** Long enough to count the change and hand over the receipt. */
export const RECEIPT_MS = 20_000

let last: {bill: IssuedBill; until: number} | undefined

export function rememberIssued(bill: IssuedBill): void {
  last = {bill, until: Date.now() + RECEIPT_MS}
}

/** The bill of which a toast still tells. */
export function recallIssued(): IssuedBill | undefined {
  return last !== undefined && last.until > Date.now() ? last.bill : undefined
}
