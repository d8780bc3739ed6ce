import {daysOfWindow, soldQuantity} from '../domain/cover.ts'
import type {SalesWindow} from '../domain/cover.ts'
import type {StockTransaction} from '../domain/documents.ts'

/** Before the ledger is loaded nothing counts as sold. */
const noWindow: SalesWindow = {from: '9999-12-31', to: '9999-12-31'}

/** Quantity sold by product in the last days, moved by deltas of entries and by the window. */
export function createSoldAggregates() {
  const byDay = new Map<string, Map<string, number>>()
  const sold = new Map<string, number>()
  let window = noWindow
  let days = 1

  const add = (sums: Map<string, number>, productId: string, quantity: number) => {
    const next = (sums.get(productId) ?? 0) + quantity
    if (next === 0) sums.delete(productId)
    else sums.set(productId, next)
  }

  const count = (entry: StockTransaction | undefined, sign: 1 | -1) => {
    if (entry === undefined) return
    const quantity = sign * soldQuantity(entry)
    if (quantity === 0) return
    const {day} = entry
    const productId = entry.product._ref
    const sums = byDay.get(day) ?? new Map<string, number>()
    add(sums, productId, quantity)
    if (sums.size === 0) byDay.delete(day)
    else byDay.set(day, sums)
    if (day >= window.from) add(sold, productId, quantity)
  }

  return {
    of: (productId: string): number => sold.get(productId) ?? 0,
    products: (): Iterable<string> => sold.keys(),
    /** How many days the window has. */
    days: (): number => days,
    moveEntry(before: StockTransaction | undefined, after: StockTransaction | undefined): void {
      count(before, -1)
      count(after, 1)
    },
    /** True when the window is another. */
    setWindow(next: SalesWindow | undefined): boolean {
      const {from, to} = next ?? noWindow
      if (from === window.from && to === window.to) return false
      window = {from, to}
      days = daysOfWindow(window)
      sold.clear()
      for (const [day, sums] of byDay) {
        if (day < from) continue
        for (const [productId, quantity] of sums) add(sold, productId, quantity)
      }
      return true
    },
  }
}
