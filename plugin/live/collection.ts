import type {ShopDocument} from '../domain/documents.ts'
import {PersistentMap} from './persistentMap.ts'
import type {Shape} from './shape.ts'
import type {RawDocument} from './wire.ts'

/** A document moved from `before` to `after`; malformed ones count as absent. */
export type Move<T> = (id: string, before: T | undefined, after: T | undefined) => void

/** The well-formed published documents of one type; indexes and sums follow through `onMove`. */
export function createCollection<T extends ShopDocument>(shape: Shape<T>, onMove: Move<T>) {
  let documents = PersistentMap.empty<T>()

  const admit = (raw: RawDocument | undefined) =>
    raw === undefined ? {document: undefined, reason: undefined} : shape.admit(raw)

  return {
    current: (): PersistentMap<T> => documents,
    /** The reason when the document is malformed. */
    place(id: string, raw: RawDocument | undefined): string | undefined {
      const admission = admit(raw)
      const after = 'document' in admission ? admission.document : undefined
      const before = documents.get(id)
      if (before !== after) {
        documents = after === undefined ? documents.delete(id) : documents.set(id, after)
        onMove(id, before, after)
      }
      return 'reason' in admission ? admission.reason : undefined
    },
  }
}
