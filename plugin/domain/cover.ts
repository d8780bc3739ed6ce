import {compareText} from './alerts.ts'
import {daysBetween} from './calendar.ts'
import type {Product, StockLevel, StockTransaction} from './documents.ts'

/** The calendar days whose sales tell how fast a product goes; both included. */
export interface SalesWindow {
  from: string
  to: string
}

export function daysOfWindow({from, to}: SalesWindow): number {
  return daysBetween(from, to) + 1
}

/** How long a product's stock lasts at the rate of late. Quantities in smallest steps. */
export interface StockCover {
  productId: string
  name: string
  sku?: string
  unit: {name: string; decimals: number}
  onHand: number
  /** Sold in the last `days` days, returns and voided sales taken out; more than 0. */
  sold: number
  days: number
  /** Whole days that `onHand` lasts at `sold / days` a day; 0 when nothing is left. */
  daysOfCover: number
}

/** What an entry adds to the quantity sold: sales less returns and voided sales. */
export function soldQuantity({kind, quantity}: StockTransaction): number {
  return kind === 'sale' || kind === 'return' || kind === 'void' ? -quantity : 0
}

/** Whole days that what is on hand lasts when `sold` (above 0) went in `days` days; 0 when nothing is left. */
export function daysOfCover(onHand: number, sold: number, days: number): number {
  return onHand <= 0 ? 0 : Math.floor((onHand * days) / sold)
}

/** For sale, and its stock is counted: what can be low, run out or be ordered again. */
export function isKeptInStock({isActive, trackStock}: Product): boolean {
  return isActive && trackStock
}

/** `sold` in `days` days; `undefined` for what is not stocked or did not sell: it has no rate. */
export function stockCover(
  product: Product | undefined,
  level: StockLevel | undefined,
  sold: number,
  days: number,
): StockCover | undefined {
  if (product === undefined || !isKeptInStock(product)) return undefined
  if (sold <= 0) return undefined
  const onHand = level?.onHand ?? 0
  return {
    productId: product._id,
    name: product.name,
    sku: product.sku,
    unit: {name: product.unit.name, decimals: product.unit.decimals},
    onHand,
    sold,
    days,
    daysOfCover: daysOfCover(onHand, sold, days),
  }
}

/** Less is left than was sold in the window: at that rate it is gone before as many days have passed again. */
export function isLowCover(cover: StockCover | undefined): cover is StockCover {
  return cover !== undefined && cover.onHand < cover.sold
}

/** Gone soonest first. */
export function compareCover(a: StockCover, b: StockCover): number {
  return (
    a.daysOfCover - b.daysOfCover ||
    compareText(a.name, b.name) ||
    compareText(a.productId, b.productId)
  )
}

/** Sold in the window by product, from scratch. */
export function sumSold(
  entries: Iterable<StockTransaction>,
  window: SalesWindow,
): Map<string, number> {
  const sold = new Map<string, number>()
  for (const entry of entries) {
    if (entry.day < window.from) continue
    const id = entry.product._ref
    sold.set(id, (sold.get(id) ?? 0) + soldQuantity(entry))
  }
  return sold
}
