import type {SanityClient} from '@sanity/client'
import {nullish, object, parse, string} from 'valibot'
import type {StudioSession} from '../browser/session.ts'

const storedShop = nullish(object({currency: nullish(string()), timeZone: nullish(string())}))

/** Currency and time zone that the dataset's `shopSettings` hold; `{}` when it holds none. */
export async function readShopOptions(client: SanityClient): Promise<StudioSession['shop']> {
  const query = '*[_id == "shopSettings.shop"][0]{currency, timeZone}'
  const stored = parse(
    storedShop,
    await client.fetch(query, {}, {perspective: 'raw', tag: 'start.shop-settings'}),
  )
  return {
    ...(stored?.currency ? {currency: stored.currency} : {}),
    ...(stored?.timeZone ? {timeZone: stored.timeZone} : {}),
  }
}
