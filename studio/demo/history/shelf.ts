import type {CatalogueProduct} from '../catalogue/buildCatalogue.ts'

/** What the plan expects on hand, so that no planned sale is refused for want of stock. */
export interface Shelf {
  onHand(product: CatalogueProduct): number
  move(product: CatalogueProduct, quantity: number): void
  /** As many as can be sold, at most `wanted`; services never run out. */
  atMost(product: CatalogueProduct, wanted: number): number
}

export function createShelf(): Shelf {
  const levels = new Map<string, number>()
  const onHand = ({document}: CatalogueProduct) => levels.get(document._id) ?? 0
  return {
    onHand,
    move(product, quantity) {
      if (!product.document.trackStock) return
      levels.set(product.document._id, onHand(product) + quantity)
    },
    atMost: (product, wanted) =>
      product.document.trackStock ? Math.max(0, Math.min(wanted, onHand(product))) : wanted,
  }
}
