import {multiplyDivide} from './money.ts'
import type {BillLine} from './documents.ts'
import type {LineAmounts} from './billTotals.ts'

/** What crediting part of a bill's line takes back. `cost` of the part, whether restocked or not. */
export type CreditShare = LineAmounts & {cost: number}

/**
 * Amounts of crediting `quantity` of a line of which `before` is credited already. Each amount is the share of all
 * credited so far less the share of before, so that crediting the whole line in any steps sums exactly to the line:
 * the last step absorbs the rounding [Lago]. `quantity` and `before` in smallest steps, amounts in minor units.
 */
export function creditShare(
  line: BillLine,
  before: number,
  quantity: number,
  taxIncluded: boolean,
): CreditShare {
  const step = (amount: number) =>
    multiplyDivide(amount, before + quantity, line.quantity) -
    multiplyDivide(amount, before, line.quantity)
  const gross = step(line.gross)
  const discount = step(line.discount)
  const billDiscount = step(line.billDiscount)
  const tax = step(line.tax)
  const after = gross - discount - billDiscount
  const net = taxIncluded ? after - tax : after
  const cost = step(line.cost ?? 0)
  return {gross, discount, billDiscount, net, tax, total: net + tax, cost}
}
