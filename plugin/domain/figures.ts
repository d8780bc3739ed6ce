import {
  compareOverdueAlerts,
  compareStockAlerts,
  isLowStock,
  isNegativeStock,
  isOpen,
  isOutOfStock,
  isOverdue,
  stockState,
  toOverdueAlert,
  toStockAlert,
} from './alerts.ts'
import type {OverdueAlert, StockAlert} from './alerts.ts'
import type {Bill, BillBalance, CreditNote, DaySummary, Product, StockLevel} from './documents.ts'
import {billBalanceId, daySummaryId, stockLevelId} from './ids.ts'

/** A document that is shown and flagged, never counted. */
export interface MalformedDocument {
  id: string
  type: string
  reason: string
}

/** What the screens show. Money in minor units. */
export interface ShopFigures {
  /** The shop's calendar day the figures are for. */
  day: string
  billsToday: number
  salesToday: number
  /** 0 without bills. */
  averageBill: number
  creditsToday: number
  stockValue: number
  receivables: number
  lowStock: readonly StockAlert[]
  outOfStock: readonly StockAlert[]
  negativeStock: readonly StockAlert[]
  overdue: readonly OverdueAlert[]
  /** Documents that are not counted because they are malformed. */
  malformed: readonly MalformedDocument[]
}

/** Sums of one calendar day. Money in minor units. */
export interface DayTotals {
  bills: number
  sales: number
  credits: number
}

export const emptyDay: DayTotals = {bills: 0, sales: 0, credits: 0}

/** What one bill adds to its day: a void bill only what had been credited before, since the credits count too. */
export function billContribution(bill: Bill, balance: BillBalance | undefined): DayTotals {
  if (balance?.void === undefined) return {bills: 1, sales: bill.totals.total, credits: 0}
  return {bills: 0, sales: balance.credited, credits: 0}
}

export function creditContribution(note: CreditNote): DayTotals {
  return {bills: 0, sales: 0, credits: note.totals.total}
}

/** A day whose bills are not loaded is read from its summary. */
export function summaryTotals(summary: DaySummary): DayTotals {
  return {bills: summary.bills, sales: summary.sales, credits: summary.credits}
}

export function averageBill({bills, sales}: DayTotals): number {
  return bills === 0 ? 0 : Math.round(sales / bills)
}

export interface FigureSources {
  products: ReadonlyMap<string, Product>
  stockLevels: ReadonlyMap<string, StockLevel>
  bills: ReadonlyMap<string, Bill>
  billBalances: ReadonlyMap<string, BillBalance>
  creditNotes: ReadonlyMap<string, CreditNote>
  daySummaries: ReadonlyMap<string, DaySummary>
  malformed: readonly MalformedDocument[]
}

/** All figures from scratch; the live store moves the same figures by deltas and is tested against this. */
export function buildFigures(
  sources: FigureSources,
  day: string,
  isLoaded: (day: string) => boolean,
): ShopFigures {
  const totals = isLoaded(day) ? sumDay(sources, day) : summaryOf(sources, day)
  return {
    day,
    billsToday: totals.bills,
    salesToday: totals.sales,
    averageBill: averageBill(totals),
    creditsToday: totals.credits,
    stockValue: sum(sources.stockLevels.values(), (level) => level.value),
    receivables: sum(sources.billBalances.values(), (balance) =>
      isOpen(balance) ? balance.balance : 0,
    ),
    ...stockAlerts(sources),
    overdue: [...sources.billBalances.values()]
      .filter((balance) => isOverdue(balance, day))
      .map((balance) => toOverdueAlert(balance, day))
      .toSorted(compareOverdueAlerts),
    malformed: sources.malformed,
  }
}

function sumDay(sources: FigureSources, day: string): DayTotals {
  const bills = [...sources.bills.values()].filter((bill) => bill.day === day)
  const notes = [...sources.creditNotes.values()].filter((note) => note.day === day)
  return [
    ...bills.map((bill) =>
      billContribution(bill, sources.billBalances.get(billBalanceId(bill._id))),
    ),
    ...notes.map((note) => creditContribution(note)),
  ].reduce(addDays, emptyDay)
}

function addDays(a: DayTotals, b: DayTotals): DayTotals {
  return {bills: a.bills + b.bills, sales: a.sales + b.sales, credits: a.credits + b.credits}
}

function summaryOf(sources: FigureSources, day: string): DayTotals {
  const summary = sources.daySummaries.get(daySummaryId(day))
  return summary === undefined ? emptyDay : summaryTotals(summary)
}

function stockAlerts(
  sources: FigureSources,
): Pick<ShopFigures, 'lowStock' | 'outOfStock' | 'negativeStock'> {
  const rated = [...sources.products.values()].map((product) => {
    const level = sources.stockLevels.get(stockLevelId(product._id))
    return {state: stockState(product, level), alert: toStockAlert(product, level)}
  })
  const pick = (matches: (state: ReturnType<typeof stockState>) => boolean) =>
    rated
      .filter(({state}) => matches(state))
      .map(({alert}) => alert)
      .toSorted(compareStockAlerts)
  return {
    lowStock: pick(isLowStock),
    outOfStock: pick(isOutOfStock),
    negativeStock: pick(isNegativeStock),
  }
}

function sum<T>(items: Iterable<T>, amount: (item: T) => number): number {
  let total = 0
  for (const item of items) total += amount(item)
  return total
}
