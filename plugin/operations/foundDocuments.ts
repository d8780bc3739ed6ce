import type {DocumentOf, Snapshot, SnapshotType} from './snapshot.ts'

/** The documents of a type among those that a search has found; their ids begin with their type. */
export function foundOf(
  found: readonly string[],
  snapshot: Snapshot,
): <K extends SnapshotType>(type: K) => DocumentOf<K>[] {
  return (type) =>
    found
      .filter((id) => id.startsWith(`${type}.`))
      .map((id) => snapshot.find(type, id))
      .filter((document) => document !== undefined)
}
