import type {SanityClient} from '@sanity/client'
import {Observable} from 'rxjs'
import {observeHidden} from '../browserSignals.ts'
import {hasBrowserCache} from './browserCache.ts'
import {cacheIdentity} from './cacheKeys.ts'
import {registerCache} from './clearShopCache.ts'
import {observeWriter} from './observeWriter.ts'
import type {ShopCache} from './shopCache.ts'
import {createShopCache} from './shopCache.ts'

/**
 * What the device keeps between two visits, customers' data among it. `false`: nothing, as on a device that strangers
 * share. Else it is kept for `user` and the client's token, 7 days at most, deleted on logout, when access is refused
 * and when somebody else opens the shop.
 */
export type CacheChoice = false | {user?: string | undefined}

/** A cache with what decides when it is written. */
export interface StoreCache {
  cache: ShopCache
  writer$: Observable<unknown>
  hidden$: Observable<unknown>
  /** Emits when what is kept is deleted from outside and nothing more may be written. */
  cleared$: Observable<unknown>
}

/** `undefined` where there is no IndexedDB, nobody to keep it for, or no wish to. */
export function openShopCache(client: SanityClient, choice: CacheChoice): StoreCache | undefined {
  if (choice === false || !hasBrowserCache()) return undefined
  const identity = cacheIdentity(client, choice.user)
  if (identity === undefined) return undefined
  return {
    cache: createShopCache(identity),
    writer$: observeWriter(`sanity-plugin-shop|${identity.own}`),
    hidden$: observeHidden(),
    cleared$: new Observable((subscriber) =>
      registerCache({lake: identity.lake, stop: () => subscriber.next(undefined)}),
    ),
  }
}
