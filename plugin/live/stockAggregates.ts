import {
  compareStockAlerts,
  isLowStock,
  isNegativeStock,
  isOutOfStock,
  stockState,
  toStockAlert,
} from '../domain/alerts.ts'
import type {StockAlert} from '../domain/alerts.ts'
import type {Product, StockLevel} from '../domain/documents.ts'
import {createRanking} from './ranking.ts'

/** Stock value and the three stock alerts, moved by deltas of products and levels. */
export function createStockAggregates() {
  const low = createRanking<StockAlert>(compareStockAlerts)
  const out = createRanking<StockAlert>(compareStockAlerts)
  const negative = createRanking<StockAlert>(compareStockAlerts)
  let value = 0

  return {
    value: (): number => value,
    lowStock: () => low.list(),
    outOfStock: () => out.list(),
    negativeStock: () => negative.list(),
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
      low.set(productId, isLowStock(state) ? alert : undefined)
      out.set(productId, isOutOfStock(state) ? alert : undefined)
      negative.set(productId, isNegativeStock(state) ? alert : undefined)
    },
  }
}
