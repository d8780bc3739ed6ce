import type {SanityClient} from '@sanity/client'
import {deleteKeys, hasBrowserCache, openBrowserCache} from './browserCache.ts'
import {lakeKey} from './cacheKeys.ts'

interface OpenCache {
  lake: string
  stop: () => void
}

const openCaches = new Set<OpenCache>()

/** Known as long as it may be written to; returns how to forget it. */
export function registerCache(cache: OpenCache): () => void {
  openCaches.add(cache)
  return () => openCaches.delete(cache)
}

/**
 * Deletes what this device keeps of the shop of `client`'s dataset, or of every shop, whoever was logged in. Stores that
 * are open keep nothing any more. Call it on logout; inside the Studio the plugin does.
 *
 * @throws DOMException when the browser refuses to delete
 */
export async function clearShopCache(client?: SanityClient): Promise<void> {
  const prefix = client === undefined ? '' : lakeKey(client)
  for (const cache of openCaches) if (cache.lake.startsWith(prefix)) cache.stop()
  if (!hasBrowserCache()) return
  await deleteKeys(await openBrowserCache(), (key) => key.startsWith(prefix))
}
