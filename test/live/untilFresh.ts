import type {SanityClient} from '@sanity/client'
import {expect} from 'vitest'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {plainView} from './runSchedule.ts'

export interface FreshOptions {
  store: LiveShopStore
  /** Of the lake itself. */
  client: SanityClient
  /** Done again and again until the view is right. */
  heal: () => void
  message: string
}

/** Waits until the view is that of a store opened anew. */
export async function untilFresh({store, client, heal, message}: FreshOptions): Promise<void> {
  const fresh = createShopStore({client, cache: false})
  await fresh.ready
  const expected = plainView(fresh)
  fresh.destroy()
  const isFresh = () => JSON.stringify(plainView(store)) === JSON.stringify(expected)
  await expect
    .poll(
      () => {
        if (isFresh()) return true
        heal()
        return false
      },
      {interval: 100, timeout: 30_000},
    )
    .toBe(true)
    .catch(() => expect(plainView(store), message).toEqual(expected))
}

/** Whether a request to a lake reads: queries and documents by their ids. */
export const isRead = (path: string) => /\/data\/(?:query|doc)\//.test(path)

/** Somebody comes back to the tab: what is held is compared with the lake. */
export const comeBack = () => window.dispatchEvent(new Event('focus'))

/** The link breaks a last time; the resumed or fresh one closes the holes. */
export function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}
