import {evaluateSync, type ExprNode} from 'groq-js'

import {attachText} from './documentText.ts'
import type {LakeDocument} from './guards.ts'
import {compilePredicate} from './matchPredicate.ts'
import {parseQuery} from './parseQuery.ts'
import {toPredicate} from './predicate.ts'
import {someNode} from './syntax.ts'

/** A filter from grants, compiled: which raw documents may be read. */
export interface ReadFilter {
  allows(document: LakeDocument): boolean
  /** The answer depends on more than the document: on the time or on other documents. */
  readonly isVolatile: boolean
}

/** Gives the context that a filter with `->` or `*` in it is evaluated in. */
export interface FilterContext {
  all: () => readonly LakeDocument[]
  get: (id: string) => LakeDocument | null
  identity?: string | undefined
}

/** @throws LakeError 400 `queryParseError` */
export function compileReadFilter(filter: string, context: FilterContext): ReadFilter {
  const parsed = parseQuery(filter, {})
  const predicate = toPredicate(parsed.tree)
  if (predicate !== null) return {allows: compilePredicate(predicate), isVolatile: false}
  const allows = (document: LakeDocument) => {
    if (parsed.needsText) attachText(document)
    return evaluateFilter(parsed.tree, document, context)
  }
  return {allows, isVolatile: someNode(parsed.tree, dependsOnMore)}
}

function evaluateFilter(tree: ExprNode, document: LakeDocument, context: FilterContext): boolean {
  const result = evaluateSync(tree, {
    root: document,
    dataset: context.all(),
    identity: context.identity ?? '',
    dereference: ({_ref}) => context.get(_ref),
  })
  return result.data === true
}

function dependsOnMore(node: ExprNode): boolean {
  if (node.type === 'Everything' || node.type === 'Deref') return true
  return node.type === 'FuncCall' && node.name === 'now'
}
