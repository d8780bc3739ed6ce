import type {ExprNode} from 'groq-js'

import {type LakeDocument, stringsIn} from './guards.ts'
import {documentsById, referringAny} from './lookup.ts'
import {matchCandidates} from './matchCandidates.ts'
import {compareIds} from './sortedDocuments.ts'
import {constantOf, isOwnAttribute} from './syntax.ts'
import type {View} from './view.ts'

type OpCall = Extract<ExprNode, {type: 'OpCall'}>
type FuncCall = Extract<ExprNode, {type: 'FuncCall'}>

/** Documents outside of which a condition cannot be true. `exact`: and within which it always is. */
export interface Candidates {
  readonly documents: readonly LakeDocument[]
  readonly exact: boolean
}

/** `filter`: where a condition is true; `score`: where it adds to a score, as one matching term of several does. */
export type Purpose = 'filter' | 'score'

/** What candidates are looked for, and how many are worth it. */
export interface Search {
  purpose?: Purpose
  /** More candidates than this by words are no help: null then. */
  limit?: number
}

/** The documents that a condition without references to other rows can hold for, by the view's indexes; null: any. */
export function candidatesOf(
  condition: ExprNode,
  view: View,
  search: Search = {},
): Candidates | null {
  switch (condition.type) {
    case 'Group':
      return candidatesOf(condition.base, view, search)
    case 'Or':
      return either(
        candidatesOf(condition.left, view, search),
        candidatesOf(condition.right, view, search),
      )
    case 'And':
      return both(
        candidatesOf(condition.left, view, search),
        candidatesOf(condition.right, view, search),
      )
    case 'OpCall':
      return condition.op === 'match'
        ? matchCandidates(condition, view, search)
        : ofComparison(condition, view)
    case 'FuncCall':
      return condition.name === 'boost' ? ofBoost(condition, view, search) : ofCall(condition, view)
    case 'Value':
      return condition.value === true ? null : {documents: [], exact: true}
    default:
      return null
  }
}

function either(left: Candidates | null, right: Candidates | null): Candidates | null {
  if (left === null || right === null) return null
  return {documents: merge([left.documents, right.documents]), exact: left.exact && right.exact}
}

function both(left: Candidates | null, right: Candidates | null): Candidates | null {
  if (left === null || right === null) return looser(left ?? right)
  return looser(left.documents.length <= right.documents.length ? left : right)
}

function looser(candidates: Candidates | null): Candidates | null {
  return candidates === null ? null : {documents: candidates.documents, exact: false}
}

/** Lists in order of id become one list in order of id, each document once. */
function merge(lists: readonly (readonly LakeDocument[])[]): readonly LakeDocument[] {
  const filled = lists
    .filter((list) => list.length > 0)
    .toSorted((left, right) => left.length - right.length)
  const [first = [], ...rest] = filled
  return rest.reduce(mergeTwo, first)
}

function mergeTwo(
  left: readonly LakeDocument[],
  right: readonly LakeDocument[],
): readonly LakeDocument[] {
  const merged: LakeDocument[] = []
  let at = 0
  for (const document of left) {
    for (let other = right[at]; other !== undefined; other = right[at]) {
      const order = compareIds(other, document)
      if (order > 0) break
      if (order < 0) merged.push(other)
      at += 1
    }
    merged.push(document)
  }
  for (const document of right.slice(at)) merged.push(document)
  return merged
}

function ofComparison(node: OpCall, view: View): Candidates | null {
  if (node.op === 'in') return ofMembership(node, view)
  if (node.op !== '==') return null
  return ofEquality(node.left, node.right, view) ?? ofEquality(node.right, node.left, view)
}

function ofEquality(attribute: ExprNode, other: ExprNode, view: View): Candidates | null {
  const constant = constantOf(other)
  if (constant === null) return null
  const values = typeof constant.value === 'string' ? [constant.value] : []
  if (isOwnAttribute(attribute, '_type')) return ofTypes(values, view)
  if (isOwnAttribute(attribute, '_id')) return {documents: documentsById(view, values), exact: true}
  return isReferencePath(attribute) && values.length > 0
    ? {documents: referringAny(view, values), exact: false}
    : null
}

function ofMembership(node: OpCall, view: View): Candidates | null {
  const item = constantOf(node.left)
  if (item !== null) {
    const isReference = typeof item.value === 'string' && isReferencePath(node.right)
    return isReference ? {documents: referringAny(view, stringsIn(item.value)), exact: false} : null
  }
  const isId = isOwnAttribute(node.left, '_id')
  const prefix = isId ? pathPrefix(node.right) : null
  if (prefix !== null) return {documents: view.withIdPrefix(prefix), exact: false}
  const list = constantOf(node.right)
  if (list === null || !Array.isArray(list.value)) return null
  const values = stringsIn(list.value)
  if (isId) return {documents: documentsById(view, values), exact: true}
  return isOwnAttribute(node.left, '_type') ? ofTypes(values, view) : null
}

function ofTypes(types: readonly string[], view: View): Candidates {
  return {documents: merge([...new Set(types)].map((type) => view.ofType(type))), exact: true}
}

/** `path("drafts.**")` gives `drafts.`: what stands before the first wildcard. */
function pathPrefix(node: ExprNode): string | null {
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'path') return null
  const pattern = node.args[0] === undefined ? null : constantOf(node.args[0])
  return pattern !== null && typeof pattern.value === 'string'
    ? (pattern.value.split('*')[0] ?? '')
    : null
}

function ofBoost(call: FuncCall, view: View, search: Search): Candidates | null {
  const [inner] = call.args
  return inner === undefined ? null : candidatesOf(inner, view, search)
}

function ofCall(call: FuncCall, view: View): Candidates | null {
  const args = call.args.map(constantOf).filter((constant) => constant !== null)
  if (args.length !== call.args.length) return null
  const ids = args.flatMap((argument) => stringsIn(argument.value))
  switch (`${call.namespace}::${call.name}`) {
    case 'global::references':
      return {documents: referringAny(view, ids), exact: false}
    case 'sanity::versionOf':
      return {
        documents: documentsById(
          view,
          ids.flatMap((id) => [id, ...view.versionsOf(id)]),
        ),
        exact: false,
      }
    default:
      return null
  }
}

/** Whether an expression reads `_ref` somewhere inside of the item itself, as `customer._ref` and `tags[]._ref` do. */
export function isReferencePath(node: ExprNode): boolean {
  switch (node.type) {
    case 'AccessAttribute':
      return node.name === '_ref' && (node.base === undefined || isInside(node.base))
    case 'Map':
    case 'FlatMap':
      return isInside(node.base) && isReferencePath(node.expr)
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Group':
      return isReferencePath(node.base)
    default:
      return false
  }
}

function isInside(node: ExprNode): boolean {
  switch (node.type) {
    case 'This':
      return true
    case 'AccessAttribute':
      return node.base === undefined || isInside(node.base)
    case 'ArrayCoerce':
    case 'AccessElement':
    case 'Slice':
    case 'Group':
      return isInside(node.base)
    case 'Map':
    case 'FlatMap':
      return isInside(node.base) && isInside(node.expr)
    default:
      return false
  }
}
