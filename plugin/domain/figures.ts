import {ageReceivables} from './aging.ts'
import type {ReceivableAging} from './aging.ts'
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
import {compareCover, daysOfWindow, isLowCover, stockCover, sumSold} from './cover.ts'
import type {SalesWindow, StockCover} from './cover.ts'
import {buildDayFigures} from './dayFiguresFromScratch.ts'
import type {DaySources} from './dayFiguresFromScratch.ts'
import type {DayFigures, DaySums} from './dayFigures.ts'
import type {Product, StockLevel, StockTransaction} from './documents.ts'
import {stockLevelId} from './ids.ts'

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
  /** All of the day: by hour, payment method, category and brand; its products when its bills are held. */
  today: DayFigures
  billsToday: number
  salesToday: number
  /** 0 without bills. */
  averageBill: number
  creditsToday: number
  stockValue: number
  receivables: number
  /** `receivables` by how long they have been due on `day`. */
  aging: ReceivableAging
  lowStock: readonly StockAlert[]
  outOfStock: readonly StockAlert[]
  negativeStock: readonly StockAlert[]
  /** What will be gone soon at the rate of late, soonest first; `related.coverOf` says it of any product. */
  lowCover: readonly StockCover[]
  overdue: readonly OverdueAlert[]
  /** Documents that are not counted because they are malformed. */
  malformed: readonly MalformedDocument[]
}

/** Minor units; 0 without bills. */
export function averageBill({bills, sales}: Pick<DaySums, 'bills' | 'sales'>): number {
  return bills === 0 ? 0 : Math.round(sales / bills)
}

export interface FigureSources extends DaySources {
  products: ReadonlyMap<string, Product>
  stockLevels: ReadonlyMap<string, StockLevel>
  stockTransactions: ReadonlyMap<string, StockTransaction>
  malformed: readonly MalformedDocument[]
}

/** All figures from scratch; the live store moves the same figures by deltas and is tested against this. */
export function buildFigures(
  sources: FigureSources,
  day: string,
  isLoaded: (day: string) => boolean,
  window: SalesWindow,
): ShopFigures {
  const today = buildDayFigures(sources, day, isLoaded(day))
  return {
    day,
    today,
    billsToday: today.bills,
    salesToday: today.sales,
    averageBill: averageBill(today),
    creditsToday: today.credits,
    stockValue: sum(sources.stockLevels.values(), (level) => level.value),
    receivables: sum(sources.billBalances.values(), (balance) =>
      isOpen(balance) ? balance.balance : 0,
    ),
    aging: ageReceivables(sources.billBalances.values(), day),
    ...stockAlerts(sources),
    lowCover: lowCoverOf(sources, window),
    overdue: [...sources.billBalances.values()]
      .filter((balance) => isOverdue(balance, day))
      .map((balance) => toOverdueAlert(balance, day))
      .toSorted(compareOverdueAlerts),
    malformed: sources.malformed,
  }
}

function lowCoverOf(sources: FigureSources, window: SalesWindow): StockCover[] {
  const days = daysOfWindow(window)
  return [...sumSold(sources.stockTransactions.values(), window)]
    .map(([id, sold]) => {
      const level = sources.stockLevels.get(stockLevelId(id))
      return stockCover(sources.products.get(id), level, sold, days)
    })
    .filter(isLowCover)
    .toSorted(compareCover)
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
