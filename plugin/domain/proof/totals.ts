import {sumOf} from '../billTotals.ts'
import type {Bill, BillLine, CreditNote} from '../documents.ts'
import {lineAmount, multiplyDivide} from '../money.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'

/** Lines − discounts + tax + rounding = total, in integers; tax per rate sums to the tax. */
export function proveTotals(paper: Bill | CreditNote): Drift[] {
  return [...(paper._type === 'bill' ? proveBillLines(paper) : []), ...proveSums(paper)]
}

/** A credit note's lines are shares of their bill's, so that only a bill's gross follows from its price. */
function proveBillLines(bill: Bill): Drift[] {
  return bill.lines.flatMap((line) => {
    const gross = lineAmount(line.unitPrice, line.quantity, line.unit.decimals)
    const field = `lines.${line._key}.gross`
    return [...compare({...placeOf(bill), field}, gross, line.gross), ...proveLineCost(bill, line)]
  })
}

/** What a whole unit cost follows from what the line cost. */
function proveLineCost(bill: Bill, {_key, cost, quantity, unit, unitCost}: BillLine): Drift[] {
  if (cost === undefined || unitCost === undefined || quantity === 0) return []
  const field = `lines.${_key}.unitCost`
  const follows = multiplyDivide(cost, 10 ** unit.decimals, quantity)
  return compare({...placeOf(bill), field}, follows, unitCost)
}

function proveSums(paper: Bill | CreditNote): Drift[] {
  const {lines, totals} = paper
  const place = placeOf(paper)
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
    ...compare({...place, field: 'totals.gross'}, sums.gross, totals.gross),
    ...compare({...place, field: 'totals.discount'}, sums.discount, totals.discount),
    ...compare({...place, field: 'totals.net'}, sums.net, totals.net),
    ...compare({...place, field: 'totals.tax'}, sums.tax, totals.tax),
    ...compare({...place, field: 'totals.cost'}, sums.cost, totals.cost),
    ...compare({...place, field: 'totals.total'}, sums.total, totals.total),
    ...compare(
      {...place, field: 'totals.taxes'},
      totals.tax,
      sumOf(totals.taxes.map((tax) => tax.tax)),
    ),
    ...proveTaxes(paper),
  ]
}

/** Base and tax of each rate are those of its lines. */
function proveTaxes(paper: Bill | CreditNote): Drift[] {
  const {lines, totals} = paper
  const rates = new Set([
    ...lines.map(({taxRate}) => taxRate),
    ...totals.taxes.map(({rate}) => rate),
  ])
  return [...rates].flatMap((rate) => {
    const own = lines.filter(({taxRate}) => taxRate === rate)
    const stated = totals.taxes.filter((tax) => tax.rate === rate)
    const place = placeOf(paper)
    const field = `totals.taxes.${rate}`
    return [
      ...compare(
        {...place, field: `${field}.base`},
        sumOf(own.map(({net}) => net)),
        sumOf(stated.map(({base}) => base)),
      ),
      ...compare(
        {...place, field: `${field}.tax`},
        sumOf(own.map(({tax}) => tax)),
        sumOf(stated.map(({tax}) => tax)),
      ),
    ]
  })
}

const placeOf = ({_id: document, number, day}: Bill | CreditNote) => ({
  kind: 'total' as const,
  document,
  subject: {of: 'paper' as const, name: number},
  day,
})

function proveLine(paper: Bill | CreditNote, line: BillLine): Drift[] {
  const place = placeOf(paper)
  const {totals} = paper
  const after = line.gross - line.discount - line.billDiscount
  const taxed = totals.taxIncluded ? line.net + line.tax : line.net
  return [
    ...compare({...place, field: `lines.${line._key}.net`}, after, taxed),
    ...compare({...place, field: `lines.${line._key}.total`}, line.net + line.tax, line.total),
  ]
}
