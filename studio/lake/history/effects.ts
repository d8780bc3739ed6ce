import {dequal} from 'dequal'
import {isArray, isObject, type JsonObject} from '../mutations/json.ts'
import type {StoredDocument} from '../types.ts'

/** Opcodes of the mendoza patch format that this encoder uses; the numbers are the format. */
const VALUE = 0
const PUSH_FIELD_COPY = 10
const PUSH_FIELD_BLANK = 11
const PUSH_ELEMENT_COPY = 12
const RETURN_INTO_OBJECT_SAME_KEY_POP = 15
const RETURN_INTO_ARRAY_POP = 16
const OBJECT_SET_FIELD_VALUE = 17
const OBJECT_DELETE_FIELD = 19
const ARRAY_APPEND_VALUE = 20
const ARRAY_APPEND_SLICE = 21

export interface Effects {
  /** Mendoza patch from the document before to the one after. */
  apply: unknown[]
  /** And back. */
  revert: unknown[]
}

/**
 * What a transaction did to a document, as mendoza patches, for listeners with `effectFormat=mendoza` and for
 * history. Both sides are without `_rev`: the Studio takes it off before it applies the patch, and a patch
 * counts fields by their place in the sorted keys.
 */
export function buildEffects(before: StoredDocument | null, after: StoredDocument | null): Effects {
  const from = withoutRevision(before)
  const to = withoutRevision(after)
  if (!from || !to) return {apply: [VALUE, to], revert: [VALUE, from]}
  return {apply: encodeObject(from, to), revert: encodeObject(to, from)}
}

function withoutRevision(document: StoredDocument | null): JsonObject | null {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

function encodeObject(before: JsonObject, after: JsonObject): unknown[] {
  const patch: unknown[] = []
  for (const [place, key] of Object.keys(before).toSorted(compareKeys).entries()) {
    if (!Object.hasOwn(after, key)) patch.push(OBJECT_DELETE_FIELD, place)
    else if (!dequal(before[key], after[key]))
      push(patch, encodeField(before[key], after[key], key, place))
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) patch.push(OBJECT_SET_FIELD_VALUE, after[key], key)
  }
  return patch
}

function encodeField(before: unknown, after: unknown, key: string, place: number): unknown[] {
  if (isObject(before) && isObject(after)) {
    return [PUSH_FIELD_COPY, place, ...encodeObject(before, after), RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  // An empty array needs a value: a blank that nothing is appended to stays null.
  if (isArray(before) && isArray(after) && after.length > 0) {
    return [PUSH_FIELD_BLANK, place, ...encodeArray(before, after), RETURN_INTO_OBJECT_SAME_KEY_POP]
  }
  return [OBJECT_SET_FIELD_VALUE, after, key]
}

/** Keeps what is the same at both ends and patches the elements between that have a counterpart. */
function encodeArray(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const {start, end} = commonEnds(before, after)
  const patch: unknown[] = start > 0 ? [ARRAY_APPEND_SLICE, 0, start] : []
  const places = placesByKey(before)
  for (const [offset, item] of after.slice(start, after.length - end).entries()) {
    push(patch, encodeElement(before, counterpart(places, item, start + offset), item))
  }
  if (end > 0) patch.push(ARRAY_APPEND_SLICE, before.length - end, before.length)
  return patch
}

function encodeElement(before: readonly unknown[], place: number, item: unknown): unknown[] {
  const old = before[place]
  if (!isObject(old) || !isObject(item)) return [ARRAY_APPEND_VALUE, item]
  return [PUSH_ELEMENT_COPY, place, ...encodeObject(old, item), RETURN_INTO_ARRAY_POP]
}

function counterpart(places: ReadonlyMap<unknown, number>, item: unknown, index: number): number {
  return isObject(item) && item._key !== undefined ? (places.get(item._key) ?? -1) : index
}

function placesByKey(items: readonly unknown[]): ReadonlyMap<unknown, number> {
  return new Map(
    items.flatMap((item, place) =>
      isObject(item) && item._key !== undefined ? [[item._key, place]] : [],
    ),
  )
}

function commonEnds(
  before: readonly unknown[],
  after: readonly unknown[],
): {start: number; end: number} {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && dequal(before[start], after[start])) start += 1
  let end = 0
  while (end < shorter - start && dequal(before.at(-1 - end), after.at(-1 - end))) end += 1
  return {start, end}
}

/** The order of `Array.prototype.sort` without arguments, by which the decoder counts fields. */
function compareKeys(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}

/** Spreading a long patch into one call would overflow the stack. */
function push(patch: unknown[], more: readonly unknown[]): void {
  for (const item of more) patch.push(item)
}
