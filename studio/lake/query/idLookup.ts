import type {LakeDocument} from './guards.ts'
import {createOverlay, type Perspective} from './perspective.ts'
import {safeText} from './safeJson.ts'

/** A query for the document of one id: `*[_id == $id]`, `*[_id == "a"][0]`. */
export interface IdLookup {
  id: string
  /** Without `[0]` the result is a list. */
  isOne: boolean
}

const LOOKUP =
  /^\s*\*\s*\[\s*_id\s*==\s*(?:\$(?<name>[A-Za-z_]\w*)|"(?<text>[^"\\]*)"|'(?<single>[^'\\]*)')\s*\]\s*(?<first>\[\s*0\s*\])?\s*$/

/** The id that a query asks for, when that is all it asks: who holds the documents by id can answer it without a query thread. */
export function toIdLookup(
  query: string,
  params: {readonly [name: string]: unknown},
): IdLookup | null {
  const groups = LOOKUP.exec(query)?.groups
  if (groups === undefined) return null
  const {name, text, single, first} = groups
  const id = name === undefined ? (text ?? single) : ownValue(params, name)
  return typeof id === 'string' ? {id, isOne: first !== undefined} : null
}

function ownValue(params: {readonly [name: string]: unknown}, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name] : undefined
}

/**
 * The result as JSON text, the same as the query's.
 * @throws LakeError 400 for a bad perspective
 */
export function answerIdLookup(
  {id, isOne}: IdLookup,
  perspective: Perspective,
  rawById: (rawId: string) => LakeDocument | null,
): string {
  const document = createOverlay(perspective).pick(id, rawById)
  const text = document === null ? null : safeText(JSON.stringify(document))
  if (isOne) return text ?? 'null'
  return text === null ? '[]' : `[${text}]`
}
