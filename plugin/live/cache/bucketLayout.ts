import type {RawDocument} from '../wire.ts'
import {BUCKETS, bucketOf} from './keptShop.ts'

/** Which documents stand in which bucket; follows them a change at a time. */
export function createBucketLayout() {
  const buckets = Array.from({length: BUCKETS}, () => new Map<string, RawDocument>())
  let size = 0

  return {
    /** `undefined` for a document that is gone. Returns its bucket, to be written anew. */
    place(id: string, document: RawDocument | undefined): number {
      const bucket = bucketOf(id)
      const members = buckets[bucket]
      const before = members?.size ?? 0
      if (document === undefined) members?.delete(id)
      else members?.set(id, document)
      size += (members?.size ?? 0) - before
      return bucket
    },
    size: (): number => size,
    all: (): number[] => [...buckets.keys()],
    documentsOf: (bucket: number): readonly RawDocument[] => [...(buckets[bucket]?.values() ?? [])],
  }
}

export type BucketLayout = ReturnType<typeof createBucketLayout>
