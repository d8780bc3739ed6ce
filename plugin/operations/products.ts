import type {Product} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {stockLevelId} from '../domain/ids.ts'
import type {Snapshot} from './snapshot.ts'

/** Ids of everything that posting or selling these products reads. */
export function productIds(products: readonly string[], snapshot: Snapshot): string[] {
  return products.flatMap((id) => {
    const ids = [id, stockLevelId(id)]
    if (snapshot.isLoaded(id) && !snapshot.has(id)) ids.push(`drafts.${id}`)
    return ids
  })
}

/** Ids of brand and category of these products, whose names the lines snapshot. */
export function attributeIds(products: readonly string[], snapshot: Snapshot): string[] {
  return products.flatMap((id) => {
    const product = snapshot.has(id) ? snapshot.find('product', id) : undefined
    return [product?.brand?._ref, product?.category?._ref].filter((ref) => ref !== undefined)
  })
}

/** @throws ShopError `not-found` when there is no such product, `invalid` when it is only a draft or no product */
export function requireProduct(snapshot: Snapshot, id: string, path: string): Product {
  const product = snapshot.find('product', id)
  if (product !== undefined) return product
  if (snapshot.has(`drafts.${id}`)) {
    const message = 'is only a draft: publish it first'
    throw new InvalidCommandError(
      `Nothing was saved: the product ${id} ${message}, then try again.`,
      [{path, message, reason: {name: 'draft'}}],
    )
  }
  throw new ShopError(
    'not-found',
    `There is no product ${id}: it may have been deleted. Nothing was saved; choose another.`,
  )
}

/** @throws InvalidCommandError when the product keeps no stock */
export function requireStocked(snapshot: Snapshot, id: string, path: string): Product {
  const product = requireProduct(snapshot, id, path)
  if (product.trackStock) return product
  throw new InvalidCommandError(
    `Nothing was saved: ${product.name} is a service and keeps no stock.`,
    [
      {
        path,
        message: 'keeps no stock',
        reason: {name: 'no-stock-kept', values: {name: product.name}},
      },
    ],
  )
}
