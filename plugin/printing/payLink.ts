import {toDecimalText} from '../domain/money.ts'

/**
 * A link that a bank's app opens with shop, amount and number filled in, after the UPI linking specification (NPCI):
 * `pa` payee address, `pn` payee name, `am` rupees with two decimals, `cu` INR, `tn` note.
 * `undefined` without an address, with nothing due, or in another currency than the one that UPI pays in.
 */
export function upiLink(due: {
  upiId: string | undefined
  shop: string
  number: string
  /** Minor units. */
  amount: number
  currency: string
}): string | undefined {
  const {upiId, shop, number, amount, currency} = due
  if (upiId === undefined || upiId === '' || amount <= 0 || currency !== 'INR') return undefined
  const terms = [
    ['pa', upiId],
    ['pn', shop],
    ['am', toDecimalText(amount, 2)],
    ['cu', 'INR'],
    ['tn', number],
  ].map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
  return `upi://pay?${terms.join('&')}`
}
