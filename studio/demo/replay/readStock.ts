import type {SanityClient} from '@sanity/client'
import {looseObject, nullable, number, array, parse} from 'valibot'
import {stockLevelId} from '../../../plugin/domain/ids.ts'
import type {ReplayProduct} from './planReplay.ts'

const IDS_A_REQUEST = 150

const levels = array(nullable(looseObject({onHand: number()})))

/** What is on hand of each stocked product, by code, as the lake holds it; no level is 0. */
export async function readStock(
  client: SanityClient,
  products: readonly ReplayProduct[],
): Promise<Record<string, number>> {
  const stocked = products.filter(({stocked}) => stocked)
  const stock: [string, number][] = []
  for (let from = 0; from < stocked.length; from += IDS_A_REQUEST) {
    const part = stocked.slice(from, from + IDS_A_REQUEST)
    const ids = part.map(({id}) => stockLevelId(id))
    const found = parse(levels, await client.getDocuments(ids, {tag: 'shop.replay-stock'}))
    part.forEach(({code}, index) => stock.push([code, found[index]?.onHand ?? 0]))
  }
  return Object.fromEntries(stock)
}
