import type {ExprNode} from 'groq-js'

import {compileReader, type Reader} from './ownReader.ts'

interface SortKey {
  read: Reader
  direction: 1 | -1
}

interface Entry {
  item: unknown
  index: number
  keys: readonly unknown[]
}

/** Sorts a list in the order of `order(args)`; null when an argument reads more than the item itself. */
export interface Sorter {
  all(items: readonly unknown[]): unknown[]
  /** The first `count` items of `all(items)`, without sorting the others. */
  first(items: readonly unknown[], count: number): unknown[]
}

export function compileSorter(args: readonly ExprNode[]): Sorter | null {
  const keys: SortKey[] = []
  for (const argument of args) {
    const key = compileKey(argument)
    if (key === null) return null
    keys.push(key)
  }
  const toEntry = (item: unknown, index: number) => ({
    item,
    index,
    keys: keys.map(({read}) => read(item)),
  })
  const compare = (left: Entry, right: Entry) => compareEntries(keys, left, right)
  const [first] = keys
  const isBehind = (item: unknown, entry: Entry) =>
    first !== undefined && first.direction * compareValues(first.read(item), entry.keys[0]) > 0
  return {
    all: (items) => itemsOf(items.map(toEntry).toSorted(compare)),
    first: (items, count) => itemsOf(firstOf(items, count, {toEntry, compare, isBehind})),
  }
}

interface Comparison {
  toEntry: (item: unknown, index: number) => Entry
  compare: (left: Entry, right: Entry) => number
  /** Whether the first key alone tells that an item comes after an entry. */
  isBehind: (item: unknown, entry: Entry) => boolean
}

function compileKey(argument: ExprNode): SortKey | null {
  if (argument.type === 'Desc' || argument.type === 'Asc') {
    const read = compileReader(argument.base)
    return read === null ? null : {read, direction: argument.type === 'Desc' ? -1 : 1}
  }
  const read = compileReader(argument)
  return read === null ? null : {read, direction: 1}
}

/** So many more are kept between two sorts, that short slices are not sorted all the time. */
const SPARE = 256

/** Keeps at most twice as many as are wanted: what comes after the last of them is dropped at once. */
function firstOf(
  items: readonly unknown[],
  count: number,
  {toEntry, compare, isBehind}: Comparison,
): Entry[] {
  if (count <= 0) return []
  let kept: Entry[] = []
  let last: Entry | undefined
  let index = 0
  for (const item of items) {
    index += 1
    if (last !== undefined && isBehind(item, last)) continue
    const entry = toEntry(item, index)
    if (last !== undefined && compare(entry, last) > 0) continue
    kept.push(entry)
    if (kept.length < 2 * count + SPARE) continue
    kept = kept.toSorted(compare).slice(0, count)
    last = kept.at(-1)
  }
  return kept.toSorted(compare).slice(0, count)
}

const itemsOf = (entries: readonly Entry[]) => entries.map(({item}) => item)

function compareEntries(keys: readonly SortKey[], left: Entry, right: Entry): number {
  let place = 0
  for (const {direction} of keys) {
    const order = compareValues(left.keys[place], right.keys[place])
    if (order !== 0) return direction * order
    place += 1
  }
  return left.index - right.index
}

/** The order of groq-js: numbers, strings, booleans, then all else, which is equal. */
function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') {
    if (left === right) return 0
    return left < right ? -1 : 1
  }
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return rankOf(left) - rankOf(right)
}

function rankOf(value: unknown): number {
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  return typeof value === 'boolean' ? 4 : 100
}
