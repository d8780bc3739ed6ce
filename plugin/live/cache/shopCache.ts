import type {Headline} from '../../domain/headline.ts'
import type {RawDocument} from '../wire.ts'
import {deleteKeys, openBrowserCache} from './browserCache.ts'
import type {BrowserCache} from './browserCache.ts'
import {bucketKey, bucketKeys, headerKey} from './cacheKeys.ts'
import type {CacheIdentity} from './cacheKeys.ts'
import {parseBuckets, parseHeader} from './keptShop.ts'
import type {KeptHeader, KeptShop} from './keptShop.ts'

export interface CacheChange {
  header: KeptHeader
  /** Each bucket that changed, with all of its documents. */
  buckets: ReadonlyMap<number, readonly RawDocument[]>
  /** The page goes: everything at once instead of a little at a time. */
  isUrgent: boolean
}

/** Where one user's device keeps a shop from one visit to the next. */
export interface ShopCache {
  /** What the tiles said at the end of the last visit; `undefined` when nothing is kept that may be trusted. */
  readHeadline(now: number): Promise<Headline | undefined>
  /** `undefined` when nothing is kept that may be trusted; such remains are deleted. */
  read(now: number): Promise<KeptShop | undefined>
  /** All of the change or nothing of it. */
  write(change: CacheChange): Promise<void>
  /** Deletes what is kept. */
  drop(): Promise<void>
}

/** In the browser's IndexedDB. */
export function createShopCache(identity: CacheIdentity): ShopCache {
  const isOfOthers = (key: string) => key.startsWith(identity.lake) && !isOwn(key)
  const isOwn = (key: string) => key.startsWith(identity.own)
  return {
    async readHeadline(now) {
      const header = await readHeader(await openBrowserCache(), identity, now)
      return header?.headline
    },
    async read(now) {
      const browser = await openBrowserCache()
      const kept = await readKept(browser, identity, now)
      await deleteKeys(browser, (key) => isOfOthers(key) || (kept === undefined && isOwn(key)))
      return kept
    },
    write: async (change) => writeChange(await openBrowserCache(), identity, change),
    drop: async () => deleteKeys(await openBrowserCache(), isOwn),
  }
}

async function readHeader({get, store}: BrowserCache, identity: CacheIdentity, now: number) {
  return parseHeader(await get<unknown>(headerKey(identity), store), now)
}

async function readKept(
  browser: BrowserCache,
  identity: CacheIdentity,
  now: number,
): Promise<KeptShop | undefined> {
  const header = await readHeader(browser, identity, now)
  if (header === undefined) return undefined
  const texts = await browser.getMany<unknown>(bucketKeys(identity), browser.store)
  const documents = await parseBuckets(texts, header)
  return documents && {asOf: header.asOf, bounds: header.bounds, documents}
}

/** One transaction, a bucket a task, so that the page stays quick. */
function writeChange(
  {store, promisify}: BrowserCache,
  identity: CacheIdentity,
  {header, buckets, isUrgent}: CacheChange,
): Promise<void> {
  return store('readwrite', (kept) => {
    const rest = [...buckets]
    const putBucket = (bucket: number, documents: readonly RawDocument[]) =>
      kept.put(JSON.stringify(documents), bucketKey(identity, bucket))
    const putNext = () => {
      const next = rest.pop()
      if (next === undefined) kept.put(header, headerKey(identity))
      else putBucket(...next).addEventListener('success', putNext)
    }
    if (isUrgent) for (const bucket of rest.splice(0)) putBucket(...bucket)
    putNext()
    return promisify(kept.transaction)
  })
}
