import {isArray} from '../json.ts'
import {locate} from '../path/locate.ts'
import {parsePath} from '../path/parse.ts'
import {PathSyntaxError} from '../path/syntaxError.ts'
import type {JsonMatchPath, Segment} from '../path/types.ts'
import {updateAt, valueAt} from './update.ts'

type InsertPosition = 'before' | 'after' | 'replace'

/**
 * Inserts items before, after or in place of the elements that the path points at, `lines[-1]`.
 * An index beyond the array counts as its nearest end; a filter that meets nothing inserts nothing.
 */
export function applyInsert(
  root: unknown,
  position: InsertPosition,
  path: string,
  items: readonly unknown[],
): unknown {
  const {parent, element} = splitLast(parsePath(path), path)
  let result = root
  for (const at of locate(root, parent, false)) {
    if (!isArray(valueAt(result, at).value)) continue
    result = updateAt(result, at, (array) =>
      isArray(array) ? insertItems(array, position, element, items) : array,
    )
  }
  return result
}

function insertItems(
  array: readonly unknown[],
  position: InsertPosition,
  element: Segment,
  items: readonly unknown[],
): readonly unknown[] {
  const indexes = elementIndexes(array, element)
  const first = indexes[0] ?? nearestEnd(array, element)
  if (first === null) return array
  if (position === 'before') return array.toSpliced(first, 0, ...items)
  const last = indexes.at(-1)
  if (position === 'after')
    return array.toSpliced(last === undefined ? first : last + 1, 0, ...items)
  const kept = new Set(indexes)
  return array.filter((_, index) => !kept.has(index)).toSpliced(first, 0, ...items)
}

function elementIndexes(array: readonly unknown[], element: Segment): readonly number[] {
  const indexes = locate(array, [element], false).flatMap(([index]) =>
    typeof index === 'number' ? [index] : [],
  )
  return indexes.toSorted((left, right) => left - right)
}

function nearestEnd(array: readonly unknown[], element: Segment): number | null {
  if (element.kind === 'index') return element.index < 0 ? 0 : array.length
  if (element.kind !== 'range') return element.kind === 'wildcard' ? array.length : null
  const start = element.start ?? 0
  return Math.min(Math.max(start < 0 ? start + array.length : start, 0), array.length)
}

function splitLast(path: JsonMatchPath, source: string): {parent: JsonMatchPath; element: Segment} {
  const element = path.at(-1)
  const before = path.slice(0, -1)
  if (element?.kind === 'recursive') {
    const inner = splitLast(element.rest, source)
    return {parent: [...before, {kind: 'recursive', rest: inner.parent}], element: inner.element}
  }
  if (!element || element.kind === 'attribute') {
    throw new PathSyntaxError(
      `The insert path "${source}" must end with an array element such as [-1]`,
    )
  }
  return {parent: before, element}
}
