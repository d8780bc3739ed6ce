import type {ExprNode} from 'groq-js'

import {compileReader, type Reader} from './ownReader.ts'
import {compareValues} from './values.ts'

/** One argument of `order()` that reads only the item itself. */
export interface SortKey {
  /** The same for the same value, whatever the direction. */
  name: string
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
  const keys = compileKeys(args)
  return keys === null ? null : createSorter(keys)
}

/** The arguments of `order()`; null when one reads more than the item itself. */
export function compileKeys(args: readonly ExprNode[]): SortKey[] | null {
  const keys = args.map(compileKey).filter((key) => key !== null)
  return keys.length === args.length ? keys : null
}

export function createSorter(keys: readonly SortKey[]): Sorter {
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
  const isDirected = argument.type === 'Desc' || argument.type === 'Asc'
  const value = isDirected ? argument.base : argument
  const read = compileReader(value)
  const direction = argument.type === 'Desc' ? -1 : 1
  return read === null ? null : {name: JSON.stringify(value), read, direction}
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
