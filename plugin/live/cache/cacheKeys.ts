import type {SanityClient} from '@sanity/client'
import {hashText} from '../../domain/ids.ts'
import {BUCKETS} from './keptShop.ts'

/**
 * Raised whenever what is kept, or how it is read, changes: caches of other versions are deleted.
 */
export const CACHE_VERSION = 4

/** Which cache is whose. */
export interface CacheIdentity {
  /** Starts the key of everything that is kept of this lake's dataset, whoever kept it. */
  lake: string
  /** Starts the key of what this user's cache holds, in this version. */
  own: string
}

/** `undefined` for a client of nobody in particular: nothing is kept for everybody. */
export function cacheIdentity(
  client: SanityClient,
  user: string | undefined,
): CacheIdentity | undefined {
  const {token} = client.config()
  if (user === undefined && token === undefined) return undefined
  const lake = lakeKey(client)
  return {lake, own: `${lake}${hashText(`${user ?? ''}|${token ?? ''}`)}|v${CACHE_VERSION}|`}
}

export function lakeKey(client: SanityClient): string {
  const {apiHost, projectId, dataset} = client.config()
  return `${apiHost}|${projectId}|${dataset}|`
}

export const headerKey = ({own}: CacheIdentity): string => `${own}header`

export const bucketKey = ({own}: CacheIdentity, bucket: number): string => `${own}${bucket}`

export function bucketKeys(identity: CacheIdentity): string[] {
  return Array.from({length: BUCKETS}, (_, bucket) => bucketKey(identity, bucket))
}
