import type {SanityClient} from '@sanity/client'
import {nullish, object, parse, string} from 'valibot'
import type {StudioSession} from '../browser/session.ts'

const storedShop = nullish(object({currency: nullish(string()), timeZone: nullish(string())}))

/** Currency and time zone that the dataset's `shopSettings` hold; `{}` when it holds none. */
export async function readShopOptions(client: SanityClient): Promise<StudioSession['shop']> {
  // By id, not by query: the first query of a lake reads every document of the dataset.
  const document = await client.getDocument('shopSettings.shop', {tag: 'start.shop-settings'})
  const stored = parse(storedShop, document)
  return {
    ...(stored?.currency ? {currency: stored.currency} : {}),
    ...(stored?.timeZone ? {timeZone: stored.timeZone} : {}),
  }
}
