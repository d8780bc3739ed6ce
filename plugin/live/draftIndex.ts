import {PersistentMap} from './persistentMap.ts'

const VARIANT = /^(?:drafts\.|versions\.[^.]+\.)(.+)$/

const isVariant = (id: string) => id.startsWith('drafts.') || id.startsWith('versions.')

/** The published id of a draft or version; `undefined` for a published id. */
export function publishedIdOf(id: string): string | undefined {
  return isVariant(id) ? VARIANT.exec(id)?.[1] : undefined
}

/** Drafts and versions by published id: only that they exist. */
export function createDraftIndex() {
  let byPublished = PersistentMap.empty<readonly string[]>()
  return {
    current: (): ReadonlyMap<string, readonly string[]> => byPublished,
    /** True when the id is a draft's or version's. */
    place(id: string, exists: boolean): boolean {
      const publishedId = publishedIdOf(id)
      if (publishedId === undefined) return false
      const known = byPublished.get(publishedId) ?? []
      if (known.includes(id) === exists) return true
      const next = exists ? [...known, id].toSorted() : known.filter((other) => other !== id)
      byPublished =
        next.length === 0 ? byPublished.delete(publishedId) : byPublished.set(publishedId, next)
      return true
    },
  }
}
