import {matchSorter} from 'match-sorter'
import type {Product, User} from '../../domain/documents.ts'

const LIMIT = 20

export interface ProductOption {
  id: string
  product: Product
}

export interface CustomerOption {
  id: string
  user: User
}

/** An exact barcode or SKU stands alone at the top; then the best names. Inactive products are not for sale. */
export function searchProducts(
  products: ReadonlyMap<string, Product>,
  query: string,
): readonly ProductOption[] {
  const active = [...products.values()].filter(({isActive}) => isActive)
  const wanted = query.toLowerCase()
  const exact = active.filter(
    ({barcode, sku}) => barcode?.toLowerCase() === wanted || sku?.toLowerCase() === wanted,
  )
  const found =
    wanted !== '' && exact.length > 0
      ? exact
      : matchSorter(active, query, {keys: ['name', 'sku', 'barcode']})
  return found.slice(0, LIMIT).map((product) => ({id: product._id, product}))
}

export function searchCustomers(
  users: ReadonlyMap<string, User>,
  query: string,
): readonly CustomerOption[] {
  const active = [...users.values()].filter(({isActive}) => isActive)
  return matchSorter(active, query, {keys: ['name', 'phone', 'email']})
    .slice(0, LIMIT)
    .map((user) => ({id: user._id, user}))
}

const indexes = new WeakMap<ReadonlyMap<string, Product>, ReadonlyMap<string, Product>>()

/**
 * Active products by barcode and SKU, in small letters; a barcode wins over another product's SKU. Built at the first
 * scan of a state of the products: to open the till must not take longer the more there are.
 */
export function productsByCode(
  products: ReadonlyMap<string, Product>,
): ReadonlyMap<string, Product> {
  const known = indexes.get(products)
  if (known !== undefined) return known
  const active = [...products.values()].filter(({isActive}) => isActive)
  const pairs = (codeOf: (product: Product) => string | undefined) =>
    active.flatMap((product): [string, Product][] => {
      const code = codeOf(product)?.trim().toLowerCase()
      return code === undefined || code === '' ? [] : [[code, product]]
    })
  const index = new Map([...pairs(({sku}) => sku), ...pairs(({barcode}) => barcode)])
  indexes.set(products, index)
  return index
}
