import {OrderedList} from './orderedList.ts'

/**
 * Items by id in a fixed order, never 0 for two of them. Changes are collected and put in place when the list is next
 * read: a few one by one, many by one sort. The list is immutable and keeps its identity until something changes.
 */
export function createRanking<T>(compare: (a: T, b: T) => number) {
  const items = new Map<string, T>()
  let sorted = OrderedList.of<T>([], compare)
  let removals = new Set<T>()
  let additions = new Set<T>()

  const settle = (): OrderedList<T> => {
    if (removals.size + additions.size > items.size / 4) {
      return OrderedList.of(items.values(), compare)
    }
    let list = sorted
    for (const item of removals) list = list.without(item)
    for (const item of additions) list = list.with(item)
    return list
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
      sorted = OrderedList.of<T>([], compare)
      removals = new Set()
      additions = new Set()
    },
    list(): OrderedList<T> {
      if (removals.size + additions.size > 0) {
        sorted = settle()
        removals = new Set()
        additions = new Set()
      }
      return sorted
    },
  }
}
