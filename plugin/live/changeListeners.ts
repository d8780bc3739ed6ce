import {stockLevelId} from '../domain/ids.ts'
import {publishedIdOf} from './draftIndex.ts'

const LEVEL_PREFIX = stockLevelId('')

/** Subscriptions to every step, to its ids, or to one id. */
export function createChangeListeners() {
  const all = new Set<() => void>()
  const allChanges = new Set<(ids: ReadonlySet<string>) => void>()
  const byId = new Map<string, Set<() => void>>()

  return {
    subscribe(listener: () => void): () => void {
      // its own function, so that the same listener twice is two subscriptions
      const entry = () => listener()
      all.add(entry)
      return () => void all.delete(entry)
    },
    subscribeChanges(listener: (ids: ReadonlySet<string>) => void): () => void {
      const entry = (ids: ReadonlySet<string>) => listener(ids)
      allChanges.add(entry)
      return () => void allChanges.delete(entry)
    },
    subscribeTo(id: string, listener: () => void): () => void {
      const entry = () => listener()
      byId.set(id, (byId.get(id) ?? new Set()).add(entry))
      return () => {
        const entries = byId.get(id)
        entries?.delete(entry)
        if (entries?.size === 0) byId.delete(id)
      }
    },
    notify(changed: ReadonlySet<string>): void {
      for (const listener of Array.from(all)) listener()
      if (allChanges.size === 0 && byId.size === 0) return
      const ids = new Set(changed)
      for (const id of changed) for (const other of relatedIds(id)) ids.add(other)
      for (const listener of Array.from(allChanges)) listener(ids)
      for (const id of ids) for (const listener of Array.from(byId.get(id) ?? [])) listener()
    },
    clear(): void {
      all.clear()
      allChanges.clear()
      byId.clear()
    },
  }
}

/** A level concerns its product, a draft its published document. */
function relatedIds(id: string): string[] {
  if (id.startsWith(LEVEL_PREFIX)) return [id.slice(LEVEL_PREFIX.length)]
  const publishedId = publishedIdOf(id)
  return publishedId === undefined ? [] : [publishedId]
}
