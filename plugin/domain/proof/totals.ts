import {sumOf} from '../billTotals.ts'
import type {Bill, BillLine, CreditNote} from '../documents.ts'
import {lineAmount} from '../money.ts'
import {compare} from './difference.ts'
import type {Difference} from './difference.ts'
import type {ShopRecords} from './readDocuments.ts'

/** Lines − discounts + tax + rounding = total, in integers; tax per rate sums to the tax. */
export function proveTotals({bill, creditNote}: ShopRecords): Difference[] {
  return [...bill.flatMap(proveBillLines), ...[...bill, ...creditNote].flatMap(proveSums)]
}

/** A credit note's lines are shares of their bill's, so that only a bill's gross follows from its price. */
function proveBillLines(bill: Bill): Difference[] {
  return bill.lines.flatMap((line) => {
    const gross = lineAmount(line.unitPrice, line.quantity, line.unit.decimals)
    const path = `lines.${line._key}.gross`
    return compare({kind: 'total', id: bill._id, path, label: bill.number}, gross, line.gross)
  })
}

function proveSums(paper: Bill | CreditNote): Difference[] {
  const {lines, totals, number, _id: id} = paper
  const place = {kind: 'total' as const, id, label: number}
  const sum = (amount: (line: BillLine) => number) => sumOf(lines.map(amount))
  const sums = {
    gross: sum((line) => line.gross),
    discount: sum((line) => line.discount + line.billDiscount),
    net: sum((line) => line.net),
    tax: sum((line) => line.tax),
    cost: sum((line) => line.cost ?? 0),
    total: totals.net + totals.tax + totals.rounding,
  }
  return [
    ...lines.flatMap((line) => proveLine(paper, line)),
    ...compare({...place, path: 'totals.gross'}, sums.gross, totals.gross),
    ...compare({...place, path: 'totals.discount'}, sums.discount, totals.discount),
    ...compare({...place, path: 'totals.net'}, sums.net, totals.net),
    ...compare({...place, path: 'totals.tax'}, sums.tax, totals.tax),
    ...compare({...place, path: 'totals.cost'}, sums.cost, totals.cost),
    ...compare({...place, path: 'totals.total'}, sums.total, totals.total),
    ...compare(
      {...place, path: 'totals.taxes'},
      totals.tax,
      sumOf(totals.taxes.map((tax) => tax.tax)),
    ),
  ]
}

function proveLine({_id: id, number, totals}: Bill | CreditNote, line: BillLine): Difference[] {
  const place = {kind: 'total' as const, id, label: number}
  const after = line.gross - line.discount - line.billDiscount
  const taxed = totals.taxIncluded ? line.net + line.tax : line.net
  return [
    ...compare({...place, path: `lines.${line._key}.net`}, after, taxed),
    ...compare({...place, path: `lines.${line._key}.total`}, line.net + line.tax, line.total),
  ]
}
