import type {SalesWindow, StockCover} from '../domain/cover.ts'
import {stockCover} from '../domain/cover.ts'
import {summaryChange} from '../domain/daySums.ts'
import {toDaySums} from '../domain/dayFigures.ts'
import type {DayFigures} from '../domain/dayFigures.ts'
import type {
  Bill,
  BillBalance,
  DaySummary,
  Product,
  StockLevel,
  StockTransaction,
} from '../domain/documents.ts'
import {averageBill} from '../domain/figures.ts'
import type {MalformedDocument} from '../domain/figures.ts'
import {daySummaryId, stockLevelId} from '../domain/ids.ts'
import {createDayAggregates} from './dayAggregates.ts'
import {createRangeAggregates} from './rangeAggregates.ts'
import {createReceivableAggregates} from './receivableAggregates.ts'
import {createSoldAggregates} from './soldAggregates.ts'
import {createStockAggregates} from './stockAggregates.ts'
import type {OrderedList} from './orderedList.ts'
import {toFigures} from './toFigures.ts'
import type {ShopFigures} from './types.ts'

const LEVEL_PREFIX = stockLevelId('')

/** Where the aggregates look up what a moved document belongs to. */
export interface AggregateLookups {
  product: (id: string) => Product | undefined
  level: (id: string) => StockLevel | undefined
  bill: (id: string) => Bill | undefined
  balance: (id: string) => BillBalance | undefined
  summary: (id: string) => DaySummary | undefined
  summaries: () => Iterable<DaySummary>
}

/** Everything that is counted, moved by deltas: the cost of a change does not grow with the number of documents. */
export function createShopAggregates(lookups: AggregateLookups) {
  const stock = createStockAggregates()
  const sold = createSoldAggregates()
  const receivables = createReceivableAggregates()
  const days = createDayAggregates(lookups)
  const ranges = createRangeAggregates(lookups.summaries)

  const levelOf = (productId: string) => lookups.level(stockLevelId(productId))
  const toCover = (id: string, product: Product | undefined, level: StockLevel | undefined) =>
    stockCover(product, level, sold.of(id), sold.days())
  const coverOf = (productId: string): StockCover | undefined =>
    toCover(productId, lookups.product(productId), levelOf(productId))
  const rateCover = (productId: string) => stock.rateCover(productId, coverOf(productId))
  const rateStock = (id: string, product: Product | undefined, level: StockLevel | undefined) => {
    stock.rate(id, product, level)
    stock.rateCover(id, toCover(id, product, level))
  }

  const figuresOf = (day: string, isCounted: boolean): DayFigures => {
    const summary = isCounted ? undefined : lookups.summary(daySummaryId(day))
    return summary === undefined ? days.of(day) : summaryFigures(summary)
  }

  return {
    setTimeZone: days.setTimeZone,
    daySums: {sumsOf: days.sumsOf, toCount: days.toCount, days: days.days},
    moveProduct: (id: string, after: Product | undefined): void =>
      rateStock(id, after, levelOf(id)),
    moveLevel(id: string, before: StockLevel | undefined, after: StockLevel | undefined): void {
      stock.moveLevel(before, after)
      if (!id.startsWith(LEVEL_PREFIX)) return
      const productId = id.slice(LEVEL_PREFIX.length)
      rateStock(productId, lookups.product(productId), after)
    },
    moveEntry(before: StockTransaction | undefined, after: StockTransaction | undefined): void {
      sold.moveEntry(before, after)
      const products = new Set([before?.product._ref, after?.product._ref])
      for (const id of products) if (id !== undefined) rateCover(id)
    },
    moveBill: days.moveBill,
    moveCredit: days.moveCredit,
    movePayment: days.movePayment,
    moveBalance(id: string, before: BillBalance | undefined, after: BillBalance | undefined): void {
      receivables.moveBalance(id, after)
      days.moveBalance(id, before, after)
    },
    moveSummary: ranges.moveSummary,
    /** Which days tell how fast products go; `undefined` while their entries are not all held. */
    setSalesWindow(window: SalesWindow | undefined): void {
      if (!sold.setWindow(window)) return
      stock.clearCover()
      for (const id of sold.products()) rateCover(id)
    },
    coverOf,
    figuresOf,
    figuresBetween: ranges.between,
    /** `isCounted`: the day's bills are held, so it is counted from them; else it is read from its summary. */
    figures(
      day: string,
      isCounted: boolean,
      malformed: OrderedList<MalformedDocument>,
    ): ShopFigures {
      receivables.setDay(day)
      const today = figuresOf(day, isCounted)
      const counted = {
        day,
        today,
        billsToday: today.bills,
        salesToday: today.sales,
        averageBill: averageBill(today),
        creditsToday: today.credits,
        stockValue: stock.value(),
        receivables: receivables.sum(),
        aging: receivables.aging(),
      }
      return toFigures(counted, {...stock.lists(), overdue: receivables.overdue(), malformed})
    },
  }
}

const figuresBySummary = new WeakMap<DaySummary, DayFigures>()

/** The same object for the same revision of the summary. */
function summaryFigures(summary: DaySummary): DayFigures {
  const known = figuresBySummary.get(summary)
  if (known !== undefined) return known
  const figures = {...toDaySums(summaryChange(summary)), day: summary.day}
  figuresBySummary.set(summary, figures)
  return figures
}

export type ShopAggregates = ReturnType<typeof createShopAggregates>
