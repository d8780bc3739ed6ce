import {BUCKETS, bucketOf} from './keptShop.ts'

/** Which document ids stand in which bucket; follows the documents a change at a time. */
export function createBucketLayout(ids: Iterable<string>) {
  const buckets = Array.from({length: BUCKETS}, () => new Set<string>())
  let size = 0

  /** The id's bucket, to be written anew. */
  const place = (id: string, isThere: boolean): number => {
    const bucket = bucketOf(id)
    const members = buckets[bucket]
    const before = members?.size ?? 0
    if (isThere) members?.add(id)
    else members?.delete(id)
    size += (members?.size ?? 0) - before
    return bucket
  }
  for (const id of ids) place(id, true)

  return {
    place,
    size: (): number => size,
    all: (): number[] => [...buckets.keys()],
    idsOf: (bucket: number): readonly string[] => [...(buckets[bucket] ?? [])],
  }
}

export type BucketLayout = ReturnType<typeof createBucketLayout>
