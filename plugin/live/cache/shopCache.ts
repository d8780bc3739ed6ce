import type {Headline} from '../../domain/headline.ts'
import type {RawDocument} from '../wire.ts'
import {deleteKeys, openBrowserCache} from './browserCache.ts'
import type {BrowserCache} from './browserCache.ts'
import {untilIdle} from '../idle.ts'
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
  /** All of the change or nothing of it; nothing when `signal` ends it before it has begun to be stored. */
  write(change: CacheChange, signal: AbortSignal): Promise<void>
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
    async write(change, signal) {
      const {buckets, isUrgent} = change
      const browser = await openBrowserCache()
      const texts = isUrgent ? toTexts(buckets) : await toTextsIdly(buckets, signal)
      if (!signal.aborted) await storeTexts(browser, identity, change, texts)
    },
    drop: async () => deleteKeys(await openBrowserCache(), isOwn),
  }
}

/** So many texts are handed to the database in one task: each is copied. */
const PUT_AT_ONCE = 4

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

/** In one transaction. */
function storeTexts(
  {store, promisify}: BrowserCache,
  identity: CacheIdentity,
  {header, isUrgent}: CacheChange,
  texts: Texts,
): Promise<void> {
  return store('readwrite', (kept) => {
    const all = [...texts]
    // a page that goes has no next task
    const atOnce = isUrgent ? all.length : PUT_AT_ONCE
    const putFrom = (start: number): void => {
      const end = start + atOnce
      const puts = all
        .slice(start, end)
        .map(([bucket, text]) => kept.put(text, bucketKey(identity, bucket)))
      if (end >= all.length) kept.put(header, headerKey(identity))
      else puts.at(-1)?.addEventListener('success', () => putFrom(end))
    }
    putFrom(0)
    return promisify(kept.transaction)
  })
}

type Buckets = CacheChange['buckets']
type Texts = ReadonlyMap<number, string>

const toTexts = (buckets: Buckets): Texts =>
  new Map([...buckets].map(([bucket, documents]) => [bucket, JSON.stringify(documents)]))

/** Each when the page has nothing better to do: a database cannot wait for that, its transaction would end. */
async function toTextsIdly(buckets: Buckets, signal: AbortSignal): Promise<Texts> {
  const texts = new Map<number, string>()
  for (const [bucket, documents] of buckets) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await untilIdle()
    if (signal.aborted) return texts
    texts.set(bucket, JSON.stringify(documents))
  }
  return texts
}
