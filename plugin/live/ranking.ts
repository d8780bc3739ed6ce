/**
 * Items by id in a fixed order. Changes are collected and put in place when the list is next read: a few by binary
 * search, many by one sort. The list is immutable and keeps its identity until something changes.
 */
export function createRanking<T>(compare: (a: T, b: T) => number) {
  const items = new Map<string, T>()
  let sorted: readonly T[] = []
  let removals = new Set<T>()
  let additions = new Set<T>()

  const settle = (): readonly T[] => {
    if (removals.size + additions.size > 64) return [...items.values()].toSorted(compare)
    const copy = [...sorted]
    for (const item of removals) copy.splice(positionOf(copy, item, compare), 1)
    for (const item of additions) copy.splice(positionOf(copy, item, compare), 0, item)
    return copy
  }

  return {
    set(id: string, item: T | undefined): void {
      const known = items.get(id)
      if (known === item) return
      if (known !== undefined) {
        if (!additions.delete(known)) removals.add(known)
      }
      if (item === undefined) items.delete(id)
      else {
        items.set(id, item)
        additions.add(item)
      }
    },
    clear(): void {
      items.clear()
      sorted = []
      removals = new Set()
      additions = new Set()
    },
    list(): readonly T[] {
      if (removals.size + additions.size > 0) {
        sorted = settle()
        removals = new Set()
        additions = new Set()
      }
      return sorted
    },
  }
}

/** The first position whose item does not come before `item`. */
function positionOf<T>(sorted: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const candidate = sorted[middle]
    if (candidate !== undefined && compare(candidate, item) < 0) low = middle + 1
    else high = middle
  }
  return low
}
