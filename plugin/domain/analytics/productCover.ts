import {daysOfCover, isKeptInStock} from '../cover.ts'
import {multiplyDivide} from '../money.ts'
import type {Product, StockLevel} from '../documents.ts'

/** How the stock of a product stands to its sales. Quantities in smallest steps, money in minor units. */
export interface ProductCover {
  product: Product
  onHand: number
  /** Cost of what is on hand. */
  value: number
  /** Minor units per whole unit; absent before the first receipt. */
  unitCost?: number
  /** Sold less returned in the range. */
  sold: number
  /** Basis points: sold of all that could have been sold (sold and still there); absent when there was nothing. */
  sellThrough?: number
  /** For how many days what is on hand lasts at the pace of the range; absent when nothing was sold. */
  coverDays?: number
  /** What to order so that it lasts the wished days and stands above its reorder level; 0: enough. */
  proposal: number
}

export interface CoverWish {
  /** Days of the range in which `sold` was sold. */
  days: number
  /** For how many days the stock should last. */
  coverDays: number
}

export function productCover(
  product: Product,
  level: StockLevel | undefined,
  sold: number,
  wish: CoverWish,
): ProductCover {
  const onHand = level?.onHand ?? 0
  const there = sold + Math.max(0, onHand)
  return {
    product,
    onHand,
    value: level?.value ?? 0,
    ...(level?.unitCost === undefined ? {} : {unitCost: level.unitCost}),
    sold,
    ...(sold >= 0 && there > 0 ? {sellThrough: multiplyDivide(sold, 10_000, there)} : {}),
    ...(sold > 0 ? {coverDays: daysOfCover(onHand, sold, wish.days)} : {}),
    proposal: proposalFor(product, onHand, sold, wish),
  }
}

/** Whole units, at least the product's reorder quantity once anything is needed. */
function proposalFor(product: Product, onHand: number, sold: number, wish: CoverWish): number {
  const needed = Math.ceil((Math.max(0, sold) * wish.coverDays) / wish.days)
  const wanted = Math.max(needed, sold > 0 || onHand < 0 ? (product.reorderLevel ?? 0) + 1 : 0)
  const missing = wanted - onHand
  if (missing <= 0) return 0
  const whole = 10 ** product.unit.decimals
  return Math.max(Math.ceil(missing / whole) * whole, product.reorderQuantity ?? 0)
}

/** Tracked products that are for sale, with their cover. */
export function productCovers(
  products: Iterable<Product>,
  levelOf: (product: string) => StockLevel | undefined,
  soldOf: (product: string) => number,
  wish: CoverWish,
): readonly ProductCover[] {
  return [...products]
    .filter(isKeptInStock)
    .map((product) => productCover(product, levelOf(product._id), soldOf(product._id), wish))
}

/** On the shelf and not sold in the range; what ties up most money first. */
export function deadStock(covers: readonly ProductCover[]): readonly ProductCover[] {
  return covers
    .filter(({onHand, sold}) => onHand > 0 && sold <= 0)
    .toSorted((a, b) => b.value - a.value || (a.product._id < b.product._id ? -1 : 1))
}

/** What should be ordered; what runs out first comes first. */
export function reorderProposal(covers: readonly ProductCover[]): readonly ProductCover[] {
  return covers
    .filter(({proposal}) => proposal > 0)
    .toSorted(
      (a, b) => (a.coverDays ?? 0) - (b.coverDays ?? 0) || (a.product._id < b.product._id ? -1 : 1),
    )
}
