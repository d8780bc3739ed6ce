import type {Bill, Brand, Product, StockTransaction} from '../../domain/documents.ts'

type Documents<T> = ReadonlyMap<string, T>

/** Newest first; with `asOf` only up to that calendar day. Malformed documents (no time, no number) come last. */
export function billIds(bills: Documents<Bill>, query: string, asOf?: string): readonly string[] {
  return [...bills.values()]
    .filter((bill) => asOf === undefined || bill.day <= asOf)
    .filter((bill) => matches(query, bill.number, bill.customerName, bill.notes))
    .toSorted(
      (a, b) => descending(a.occurredAt, b.occurredAt) || (b.sequence ?? 0) - (a.sequence ?? 0),
    )
    .map(({_id}) => _id)
}

export function productIds(products: Documents<Product>, query: string): readonly string[] {
  return [...products.values()]
    .filter((product) => matches(query, product.name, product.sku, product.barcode))
    .toSorted((a, b) => ascending(a.name, b.name) || ascending(a._id, b._id))
    .map(({_id}) => _id)
}

/** Newest first. */
export function movementIds(
  movements: Documents<StockTransaction>,
  query: string,
  asOf?: string,
): readonly string[] {
  return [...movements.values()]
    .filter((movement) => asOf === undefined || movement.day <= asOf)
    .filter((movement) =>
      matches(query, movement.productName, movement.sku, movement.source?.label, movement.reason),
    )
    .toSorted(
      (a, b) =>
        descending(a.occurredAt, b.occurredAt) ||
        descending(a._createdAt, b._createdAt) ||
        descending(a._id, b._id),
    )
    .map(({_id}) => _id)
}

/** Newest first: a brand created elsewhere stands at the top. */
export function brandIds(brands: Documents<Brand>, query: string): readonly string[] {
  return [...brands.values()]
    .filter((brand) => matches(query, brand.name, brand.description))
    .toSorted((a, b) => descending(a._createdAt, b._createdAt) || ascending(a.name, b.name))
    .map(({_id}) => _id)
}

function matches(query: string, ...texts: readonly unknown[]): boolean {
  if (query === '') return true
  return texts.some((text) => typeof text === 'string' && text.toLowerCase().includes(query))
}

function ascending(a: unknown, b: unknown): number {
  const left = typeof a === 'string' ? a : ''
  const right = typeof b === 'string' ? b : ''
  return left < right ? -1 : left > right ? 1 : 0
}

function descending(a: unknown, b: unknown): number {
  return ascending(b, a)
}
