import {deriveSummaries, sumChanges, summaryChange} from './daySums.ts'
import {
  addProductSales,
  compareProductSales,
  countedLines,
  itemsOf,
  productSalesOf,
  toDaySums,
} from './dayFigures.ts'
import type {DayFigures, ProductSales, RangeFigures} from './dayFigures.ts'
import type {Bill, BillBalance, CreditNote, DaySummary, Payment} from './documents.ts'
import {billBalanceId, daySummaryId} from './ids.ts'

export interface DaySources {
  bills: ReadonlyMap<string, Bill>
  billBalances: ReadonlyMap<string, BillBalance>
  creditNotes: ReadonlyMap<string, CreditNote>
  payments: ReadonlyMap<string, Payment>
  daySummaries: ReadonlyMap<string, DaySummary>
  settings: {timeZone: string}
}

/** A day's figures from its documents, or where those are not held from its summary. */
export function buildDayFigures(sources: DaySources, day: string, isHeld: boolean): DayFigures {
  const summary = sources.daySummaries.get(daySummaryId(day))
  if (!isHeld && summary !== undefined) return {...toDaySums(summaryChange(summary)), day}
  const ofDay = <T extends {day: string}>(papers: ReadonlyMap<string, T>) =>
    [...papers.values()].filter((paper) => paper.day === day)
  const bills = ofDay(sources.bills)
  const derived = deriveSummaries({
    bill: bills,
    billBalance: [...sources.billBalances.values()],
    creditNote: ofDay(sources.creditNotes),
    payment: ofDay(sources.payments),
    timeZone: sources.settings.timeZone,
  })
  const lines = bills.flatMap((bill) =>
    countedLines(bill, sources.billBalances.get(billBalanceId(bill._id))),
  )
  return {
    ...toDaySums(derived.get(day) ?? new Map()),
    day,
    items: itemsOf(lines),
    products: sumProductSales(productSalesOf(lines)),
  }
}

function sumProductSales(sales: readonly ProductSales[]): ProductSales[] {
  const byProduct = new Map<string, ProductSales>()
  for (const one of sales) {
    byProduct.set(one.productId, addProductSales(byProduct.get(one.productId), one, 1))
  }
  return [...byProduct.values()].toSorted(compareProductSales)
}

/** The figures of a range of days from their summaries. */
export function buildRangeFigures(
  summaries: Iterable<DaySummary>,
  from: string,
  to: string,
): RangeFigures {
  const inRange = [...summaries].filter(({day}) => day >= from && day <= to)
  return {
    ...toDaySums(sumChanges(...inRange.map(summaryChange))),
    from,
    to,
    days: inRange
      .map((summary) => ({...toDaySums(summaryChange(summary)), day: summary.day}))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
