import type {ExprNode} from 'groq-js'

import {LakeError} from '../errors.ts'
import {isVariantStandIn} from './dialect.ts'
import type {ParsedQuery} from './parseQuery.ts'
import {buildLookup} from './lookup.ts'
import {constantOf, fillTemplate, mapChildren, rewriteTree} from './syntax.ts'
import {buildTextMatch, limitWildcards, searchableText} from './textQuery.ts'

type FuncCall = Extract<ExprNode, {type: 'FuncCall'}>
type OpCall = Extract<ExprNode, {type: 'OpCall'}>
type PipeFuncCall = Extract<ExprNode, {type: 'PipeFuncCall'}>

const VARIANT =
  '("_.variants." + $id) in _system.variants[]._ref || _system.variant._ref == "_.variants." + $id'

/** groq-js keeps every null. The object binds the list to a name, so that it is evaluated once. */
const UNIQUE =
  '{"list": $unique}{"once": select(null in list => [...array::compact(list), null], list)}.once'

/** Rewrites the functions that groq-js knows by name only, and `match` over whole documents. */
export function rewriteFunctions(tree: ExprNode): ParsedQuery {
  let needsText = false
  const rewritten = rewriteTree(tree, (node) => {
    if (node.type === 'FuncCall') return rewriteCall(node)
    if (node.type === 'PipeFuncCall') return rewritePipe(node)
    if (node.type !== 'OpCall') return node
    if (node.op === 'in') return rewriteMembership(node)
    if (node.op !== 'match') return node
    const match = rewriteMatch(node)
    needsText ||= match.needsText
    return match.tree
  })
  return {tree: rewritten, needsText}
}

function rewriteCall(call: FuncCall): ExprNode {
  const [first] = call.args
  switch (`${call.namespace}::${call.name}`) {
    case 'documents::get':
      return first === undefined ? unsupported(call) : {type: 'Deref', base: first}
    case 'documents::incomingRefCount':
      return fillTemplate('count($found)', {
        found: buildLookup('references', fillTemplate('_id', {})),
      })
    case 'array::unique':
      return first === undefined ? call : fillTemplate(UNIQUE, {unique: call})
    case 'releases::all':
      return fillTemplate('*[_type == "system.release"]', {})
    case 'user::attributes':
      return {type: 'Object', attributes: []}
    case 'geo::contains':
      return first !== undefined && isVariantStandIn(call)
        ? fillTemplate(VARIANT, {id: first})
        : unsupported(call)
    case 'geo::latLng':
    case 'geo::intersects':
    case 'geo::distance':
    case 'media::aspect':
    case 'text::semanticSimilarity':
    case 'global::anywhere':
    case 'documents::incomingGlobalDocumentReferenceCount':
      return unsupported(call)
    default:
      return call
  }
}

function unsupported(call: FuncCall): never {
  const name = call.namespace === 'global' ? call.name : `${call.namespace}::${call.name}`
  throw new LakeError(
    400,
    'queryParseError',
    `the embedded lake does not have the function ${name}() in this form`,
  )
}

function rewriteMatch(node: OpCall): ParsedQuery {
  const {right} = node
  if (right.type === 'FuncCall' && right.namespace === 'text' && right.name === 'query') {
    const search = right.args[0] === undefined ? null : constantOf(right.args[0])
    if (search === null)
      throw new LakeError(400, 'queryParseError', 'text::query() takes a string or a parameter')
    return {tree: buildTextMatch(node.left, search.value), needsText: true}
  }
  const pattern = constantOf(right)
  const bounded: ExprNode =
    pattern === null ? right : {type: 'Value', value: boundPattern(pattern.value)}
  const whole = mentionsItem(node.left)
  return {
    tree: {...node, left: whole ? searchableText(node.left) : node.left, right: bounded},
    needsText: whole,
  }
}

function boundPattern(pattern: unknown): unknown {
  if (typeof pattern === 'string') return limitWildcards(pattern)
  return Array.isArray(pattern) ? pattern.map((item: unknown) => boundPattern(item)) : pattern
}

function mentionsItem(left: ExprNode): boolean {
  if (left.type === 'This') return true
  if (left.type === 'Group') return mentionsItem(left.base)
  return left.type === 'Array' && left.elements.some((element) => mentionsItem(element.value))
}

/** groq-js compares strings with paths only: `path("a.b") in path("a.*")` is null to it. */
function rewriteMembership(node: OpCall): ExprNode {
  const inner = isPath(node.right) && isPath(node.left) ? node.left.args[0] : undefined
  return inner === undefined ? node : {...node, left: inner}
}

function isPath(node: ExprNode): node is FuncCall {
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
}

/** @throws LakeError 400 for a score of what are no documents any more */
function rewritePipe(node: PipeFuncCall): ExprNode {
  if (node.name === 'score' && !holdsDocuments(node.base))
    throw new LakeError(
      400,
      'queryParseError',
      'score() takes documents as the filter gives them: put it before projections and [index]',
    )
  return ungroupScores(node)
}

function holdsDocuments(node: ExprNode): boolean {
  if (node.type === 'Map' || node.type === 'FlatMap' || node.type === 'Projection') return false
  if (node.type === 'AccessElement') return false
  const isChain = node.type === 'Filter' || node.type === 'Slice' || node.type === 'PipeFuncCall'
  return isChain || node.type === 'ArrayCoerce' || node.type === 'Group'
    ? holdsDocuments(node.base)
    : true
}

/** groq-js scores whatever stands in brackets as true or false, 1 or 0: the Studio's own searches need the score of what is in them. */
export function ungroupScores(node: PipeFuncCall): ExprNode {
  return node.name === 'score' ? {...node, args: node.args.map(ungroup)} : node
}

function ungroup(node: ExprNode): ExprNode {
  if (node.type === 'Group') return ungroup(node.base)
  if (node.type === 'And' || node.type === 'Or') return mapChildren(node, ungroup)
  return node.type === 'FuncCall' && node.name === 'boost'
    ? {...node, args: node.args.map(ungroup)}
    : node
}
