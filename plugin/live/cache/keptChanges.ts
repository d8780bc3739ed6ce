import {untilIdle} from '../idle.ts'
import type {Step} from '../replica.ts'
import type {RawDocument} from '../wire.ts'
import {createBucketLayout} from './bucketLayout.ts'
import type {BucketLayout} from './bucketLayout.ts'
import type {KeptHeader} from './keptShop.ts'
import type {CacheChange} from './shopCache.ts'

export interface KeptSources {
  documents: {
    get(id: string): RawDocument | undefined
    documents(): Iterable<RawDocument>
  }
  /** `undefined` while the documents may differ from the lake's: nothing is written then. */
  header: () => Omit<KeptHeader, 'documents'> | undefined
}

/** So many documents find their bucket in one task: some milliseconds. */
const LAID_OUT_AT_ONCE = 4_000

/** What has changed since the last write: of the first one, everything. */
export function createKeptChanges({documents, header}: KeptSources) {
  const changed = new Set<string>()
  // absent until this visit has begun to write
  let layout: BucketLayout | undefined
  // the documents that have no bucket yet; absent once all have one
  let rest: Iterator<RawDocument> | undefined
  let isWritten = false

  const begin = (): BucketLayout => {
    layout = createBucketLayout()
    rest = documents.documents()[Symbol.iterator]()
    changed.clear()
    isWritten = false
    return layout
  }
  /** What changes meanwhile is in `changed`. */
  const layOut = (into: BucketLayout, limit: number): void => {
    for (let count = 0; rest !== undefined && count < limit; count++) {
      const {done, value} = rest.next()
      if (done === true) rest = undefined
      else into.place(value._id, value)
    }
  }

  const isUnderWay = (own: BucketLayout): boolean => layout === own && rest !== undefined

  return {
    note: (steps: readonly Step[]): void => {
      if (layout === undefined) return
      for (const {changes} of steps) for (const {id} of changes) changed.add(id)
    },
    forget: (): void => {
      layout = undefined
      rest = undefined
    },
    /** Does what `take` would have to do at once, a little at a time, when the page has nothing better to do. */
    async prepare(): Promise<void> {
      if (layout !== undefined || header() === undefined) return
      const own = begin()
      while (isUnderWay(own)) {
        layOut(own, LAID_OUT_AT_ONCE)
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await untilIdle()
      }
    },
    /** As of this moment; `undefined` when nothing may be written. */
    take(isUrgent: boolean): CacheChange | undefined {
      const now = header()
      if (now === undefined) return undefined
      const current = layout ?? begin()
      layOut(current, Infinity)
      const moved = new Set([...changed].map((id) => current.place(id, documents.get(id))))
      changed.clear()
      const dirty = isWritten ? moved : current.all()
      isWritten = true
      const buckets = new Map([...dirty].map((bucket) => [bucket, current.documentsOf(bucket)]))
      return {header: {...now, documents: current.size()}, buckets, isUrgent}
    },
  }
}
