import * as v from 'valibot'
import {InvalidCommandError} from '../domain/errors.ts'
import {skuId} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import type {LakePort} from './port.ts'
import type {Snapshot} from './snapshot.ts'
import {weakReference} from './weakReference.ts'

/** The document that holds a sku, and the product it is held for. */
export function skuIds(sku: string | undefined, snapshot: Snapshot): string[] {
  if (sku === undefined) return []
  const product = snapshot.find('sku', skuId(sku))?.product._ref
  return [skuId(sku), ...(product === undefined ? [] : [product])]
}

/**
 * Holds a sku for a product in the transaction that gives it: of two at the same moment, one is refused.
 * @throws InvalidCommandError when another product has it
 */
export function holdSku(sku: string, product: string, snapshot: Snapshot): ShopMutation[] {
  const id = skuId(sku)
  const holder = snapshot.find('sku', id)
  if (holder === undefined) {
    return [{create: {_id: id, _type: 'sku', sku, product: weakReference(product)}}]
  }
  if (holder.product._ref === product) return []
  const other = snapshot.find('product', holder.product._ref)
  if (other?.sku === sku) throw taken(sku, other.name)
  // Its product was deleted or given another sku by hand: the hold has no owner any more.
  return [{patch: {id, ifRevisionID: holder._rev, set: {product: weakReference(product)}}}]
}

/** Lets a sku go that was held for this product. */
export function releaseSku(sku: string, product: string, snapshot: Snapshot): ShopMutation[] {
  const holder = snapshot.find('sku', skuId(sku))
  return holder?.product._ref === product ? [{delete: {id: holder._id}}] : []
}

const SAME_SKU = `*[_type == "product" && sku == $sku][0...20]{_id, "name": coalesce(name, _id)}`
const sameSkuSchema = v.array(v.object({_id: v.string(), name: v.string()}))

/**
 * Products made by hand in the Studio hold no sku: a query finds them, published or draft. It may be behind the last
 * commit; the Studio's validation and an alert look after the rest.
 * @throws InvalidCommandError when another product has this sku
 */
export async function requireFreeSku(port: LakePort, sku: string, id: string): Promise<void> {
  const found = v.parse(sameSkuSchema, await port.query(SAME_SKU, {sku}))
  const other = found.find((product) => publishedId(product._id) !== id)
  if (other !== undefined) throw taken(sku, other.name)
}

function taken(sku: string, name: string): InvalidCommandError {
  const message = `${sku} belongs to ${name} already`
  return new InvalidCommandError(`Nothing was saved: the sku ${message}; choose another.`, [
    {path: 'sku', message, reason: {name: 'sku-taken', values: {sku, name}}},
  ])
}

function publishedId(id: string): string {
  return id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
}
