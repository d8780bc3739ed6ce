import * as v from 'valibot'
import {InvalidCommandError} from '../domain/errors.ts'
import type {LakePort} from './port.ts'

const SAME_SKU = `*[_type == "product" && sku == $sku][0...20]{_id, "name": coalesce(name, _id)}`
const sameSkuSchema = v.array(v.object({_id: v.string(), name: v.string()}))

/**
 * A query, which may be behind the last commit: two products made at the same moment can still get the same sku. No
 * document guards it, since editors change skus in the Studio too; the shop shows duplicates instead.
 * @throws InvalidCommandError when another product, published or draft, has this sku
 */
export async function requireFreeSku(port: LakePort, sku: string, id: string): Promise<void> {
  const found = v.parse(sameSkuSchema, await port.query(SAME_SKU, {sku}))
  const other = found.find((product) => publishedId(product._id) !== id)
  if (other === undefined) return
  const message = `${sku} belongs to ${other.name} already`
  throw new InvalidCommandError(`Nothing was saved: the sku ${message}; choose another.`, [
    {path: 'sku', message},
  ])
}

function publishedId(id: string): string {
  return id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
}
