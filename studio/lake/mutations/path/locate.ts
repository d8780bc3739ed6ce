import {isArray, isObject} from '../json.ts'
import {PathSyntaxError} from './syntaxError.ts'
import type {Comparator, JsonMatchPath, Literal, Location, Segment} from './types.ts'

/**
 * The places of a document that a path points at, in document order for each step, each once.
 *
 * A plain attribute at the end of a path is a place even when it is not there yet (so that `set` can write it);
 * `createParents` also lets missing objects on the way count. Array elements must exist, except `[-1]` of an
 * empty array: see `emptyArrayPlace` of the insert patch.
 */
export function locate(
  root: unknown,
  path: JsonMatchPath,
  createParents: boolean,
): readonly Location[] {
  const found = new Map<string, Location>()
  walk(root, path, [], {createParents, found, budget: {visits: MAX_VISITS}})
  return [...found.values()]
}

/** Unions and recursion multiply; a path that visits more places than this is an attack or a mistake. */
const MAX_VISITS = 500_000

interface Walk {
  budget: {visits: number}
  createParents: boolean
  found: Map<string, Location>
}

function walk(value: unknown, path: JsonMatchPath, at: Location, context: Walk): void {
  context.budget.visits -= 1
  if (context.budget.visits < 0)
    throw new PathSyntaxError('The path points at too many places of the document')
  const [segment, ...rest] = path
  if (!segment) {
    context.found.set(JSON.stringify(at), at)
    return
  }
  switch (segment.kind) {
    case 'attribute':
      return walkAttribute(value, segment.name, rest, at, context)
    case 'union':
      for (const member of segment.members) walk(value, [...member, ...rest], at, context)
      return
    case 'recursive':
      return walkBelow(value, [...segment.rest, ...rest], at, context)
    default:
      if (!isArray(value)) {
        if (holds(value, segment)) walk(value, rest, at, context)
        return
      }
      for (const index of indexesOf(value, segment))
        walk(value[index], rest, [...at, index], context)
  }
}

function walkAttribute(
  value: unknown,
  name: string,
  rest: JsonMatchPath,
  at: Location,
  context: Walk,
): void {
  if (isArray(value)) return walkEach(value, name, rest, at, context)
  if (isObject(value) && Object.hasOwn(value, name))
    return walk(value[name], rest, [...at, name], context)
  const creatable = rest.every((segment) => segment.kind === 'attribute')
  if (!context.createParents || !creatable) return
  walk(undefined, rest, [...at, name], context)
}

/** `friends.age` is `friends[*].age`, where the elements are objects. */
function walkEach(
  array: readonly unknown[],
  name: string,
  rest: JsonMatchPath,
  at: Location,
  context: Walk,
): void {
  for (const [index, item] of array.entries())
    if (isArray(item) || isObject(item)) walkAttribute(item, name, rest, [...at, index], context)
}

function walkBelow(value: unknown, rest: JsonMatchPath, at: Location, context: Walk): void {
  // Only what is there: a recursive step would otherwise add the attribute to every object it passes.
  walk(value, rest, at, {...context, createParents: false})
  if (isArray(value)) {
    for (const [index, item] of value.entries()) walkBelow(item, rest, [...at, index], context)
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) walkBelow(value[name], rest, [...at, name], context)
  }
}

/** The indexes of an array that a bracket step points at; only existing elements. */
function indexesOf(array: readonly unknown[], segment: Segment): readonly number[] {
  switch (segment.kind) {
    case 'index': {
      const index = segment.index < 0 ? segment.index + array.length : segment.index
      return index >= 0 && index < array.length ? [index] : []
    }
    case 'range': {
      const start = clamp(segment.start ?? 0, array.length)
      const end = clamp(segment.end ?? array.length, array.length)
      return Array.from({length: Math.max(0, end - start)}, (_, offset) => start + offset)
    }
    case 'wildcard':
      return [...array.keys()]
    case 'filter':
    case 'exists':
      return [...array.keys()].filter((index) => holds(array[index], segment))
    default:
      return []
  }
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index < 0 ? index + length : index, 0), length)
}

/** Whether a constraint is true of an element, or of a single value: so a second one after the first means "and". */
function holds(item: unknown, segment: Segment): boolean {
  if (segment.kind !== 'filter' && segment.kind !== 'exists') return false
  let value = item
  for (const name of segment.target) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return false
    value = value[name]
  }
  if (segment.kind === 'exists') return value !== undefined
  return compare(value, segment.comparator, segment.value)
}

function compare(left: unknown, comparator: Comparator, right: Literal): boolean {
  if (isArray(left) || isObject(left)) return false
  if (comparator === '==') return left === right
  if (comparator === '!=') return left !== right
  const order = toOrder(left, right)
  if (order === null) return false
  if (comparator === '<') return order < 0
  if (comparator === '<=') return order <= 0
  return comparator === '>' ? order > 0 : order >= 0
}

function toOrder(left: unknown, right: Literal): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'string' && typeof right === 'string')
    return left < right ? -1 : Number(left > right)
  return null
}
