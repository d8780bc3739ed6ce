import {
  compareStockAlerts,
  isLowStock,
  isNegativeStock,
  isOutOfStock,
  stockState,
  toStockAlert,
} from '../domain/alerts.ts'
import type {StockAlert} from '../domain/alerts.ts'
import {compareCover, isLowCover} from '../domain/cover.ts'
import type {StockCover} from '../domain/cover.ts'
import type {Product, StockLevel} from '../domain/documents.ts'
import {createRanking} from './ranking.ts'

/** Stock value, the three stock alerts and what is short at the rate of sale, moved by deltas. */
export function createStockAggregates() {
  const low = createRanking<StockAlert>(compareStockAlerts)
  const out = createRanking<StockAlert>(compareStockAlerts)
  const negative = createRanking<StockAlert>(compareStockAlerts)
  const lowCover = createRanking<StockCover>(compareCover)
  // most products are in none of the lists, before and after
  const alerting = new Set<string>()
  let value = 0

  return {
    value: (): number => value,
    lists: () => ({
      lowStock: low.list(),
      outOfStock: out.list(),
      negativeStock: negative.list(),
      lowCover: lowCover.list(),
    }),
    moveLevel(before: StockLevel | undefined, after: StockLevel | undefined): void {
      value += (after?.value ?? 0) - (before?.value ?? 0)
    },
    /** To be called when the product or its level has moved. */
    rate(productId: string, product: Product | undefined, level: StockLevel | undefined): void {
      const state = product === undefined ? 'untracked' : stockState(product, level)
      const alert =
        product === undefined || state === 'untracked' || state === 'enough'
          ? undefined
          : toStockAlert(product, level)
      if (alert === undefined && !alerting.delete(productId)) return
      if (alert !== undefined) alerting.add(productId)
      low.set(productId, isLowStock(state) ? alert : undefined)
      out.set(productId, isOutOfStock(state) ? alert : undefined)
      negative.set(productId, isNegativeStock(state) ? alert : undefined)
    },
    /** To be called when the product, its level or what was sold of it has moved. */
    rateCover(productId: string, cover: StockCover | undefined): void {
      lowCover.set(productId, isLowCover(cover) ? cover : undefined)
    },
    /** Every product is to be rated anew. */
    clearCover: (): void => lowCover.clear(),
  }
}
