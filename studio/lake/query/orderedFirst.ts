import type {OrderIndex} from './orderIndex.ts'
import {createSorter, type SortKey} from './sorting.ts'

type Test = (document: unknown) => boolean

interface Wanted {
  /** In the order of the first key. */
  index: OrderIndex
  keys: readonly SortKey[]
  tests: readonly Test[]
  count: number
}

/** The first `count` documents that pass, in the order of the keys: no more are looked at than it takes. */
export function takeFirst({index, keys, tests, count}: Wanted): unknown[] {
  const [first, ...more] = keys
  const sorter = more.length === 0 ? null : createSorter(more)
  const found: unknown[] = []
  if (first === undefined) return found
  for (const group of index.groups(first.direction)) {
    if (found.length >= count) break
    const passed = group.filter((document) => tests.every((test) => test(document)))
    for (const document of sorter === null ? passed : sorter.all(passed)) found.push(document)
  }
  return found.slice(0, count)
}
