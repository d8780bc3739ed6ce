import type {ExprNode} from 'groq-js'

import type {LakeDocument} from './guards.ts'
import {compareIds} from './sortedDocuments.ts'
import {fillTemplate} from './syntax.ts'
import type {View} from './view.ts'

/**
 * groq-js has no hook for "the documents that …", only one for "the document with this id". A lookup is a dereference
 * of a made-up id, `\0kind\0key\1key…`; the answer is `{documents: [...]}`. No stored id can hold these characters.
 */
export type LookupKind = 'references' | 'ids'

const MARK = '\u0000'
const SEPARATOR = '\u0001'

/** The documents found under `key`, an expression that gives one id or an array of ids; null for anything else. */
export function buildLookup(kind: LookupKind, key: ExprNode): ExprNode {
  const prefix: ExprNode = {type: 'Value', value: `${MARK}${kind}${MARK}`}
  const separator: ExprNode = {type: 'Value', value: SEPARATOR}
  const one = fillTemplate('{"_ref": $prefix + $key}', {prefix, key})
  const many = fillTemplate('{"_ref": $prefix + array::join($key, $separator)}', {
    prefix,
    key,
    separator,
  })
  return fillTemplate('coalesce($one, $many)', {one: documentsOf(one), many: documentsOf(many)})
}

function documentsOf(reference: ExprNode): ExprNode {
  return {type: 'AccessAttribute', base: {type: 'Deref', base: reference}, name: 'documents'}
}

/** Answers a dereference within a view: a document, or the set that a lookup asks for. */
export function dereference(
  view: View,
  reference: string,
): {readonly [attribute: string]: unknown} | null {
  if (!reference.startsWith(MARK)) return view.get(reference) ?? view.get(localId(reference))
  const [, kind, keys = ''] = reference.split(MARK)
  const ids = keys.split(SEPARATOR)
  return {documents: kind === 'references' ? referringAny(view, ids) : documentsById(view, ids)}
}

/** The documents with these ids, in order of id, each once. */
export function documentsById(view: View, ids: Iterable<string>): LakeDocument[] {
  const found: LakeDocument[] = []
  for (const id of new Set(ids)) {
    const document = view.get(id)
    if (document !== null) found.push(document)
  }
  return found.toSorted(compareIds)
}

/** The documents that refer to any of these ids, in order of id, each once. */
export function referringAny(view: View, ids: Iterable<string>): LakeDocument[] {
  const referrers = new Set<string>()
  for (const id of ids) for (const referrer of view.referring(id)) referrers.add(referrer)
  return documentsById(view, referrers)
}

/** `dataset:project.dataset:id`, the form of a global document reference, gives `id`. */
function localId(reference: string): string {
  const parts = reference.split(':')
  return parts.length === 3 && parts[0] === 'dataset' ? (parts[2] ?? reference) : reference
}
