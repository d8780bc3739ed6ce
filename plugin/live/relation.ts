/** Documents by a key of theirs, moved by deltas. A list keeps its identity until one of its documents moves. */
export function createRelation<T extends {_id: string}>(
  keyOf: (document: T) => string | undefined,
  compare?: (a: T, b: T) => number,
) {
  const groups = new Map<string, Map<string, T>>()
  const lists = new Map<string, readonly T[]>()

  const group = (key: string) => {
    const known = groups.get(key)
    if (known !== undefined) return known
    const created = new Map<string, T>()
    groups.set(key, created)
    return created
  }

  const leave = (key: string, id: string) => {
    lists.delete(key)
    groups.get(key)?.delete(id)
    if (groups.get(key)?.size === 0) groups.delete(key)
  }

  return {
    keys: (): Iterable<string> => groups.keys(),
    move(id: string, before: T | undefined, after: T | undefined): void {
      const from = before && keyOf(before)
      const to = after && keyOf(after)
      if (from !== undefined && from !== to) leave(from, id)
      if (to === undefined || after === undefined) return
      lists.delete(to)
      group(to).set(id, after)
    },
    of(key: string): readonly T[] {
      const known = lists.get(key)
      if (known !== undefined) return known
      const members = [...(groups.get(key)?.values() ?? [])]
      const list = compare === undefined ? members : members.toSorted(compare)
      // only keys with documents are kept, so that asking for unknown ones takes no memory
      if (members.length > 0) lists.set(key, list)
      return members.length > 0 ? list : none
    },
  }
}

const none: readonly never[] = []
