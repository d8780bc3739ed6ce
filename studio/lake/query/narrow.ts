import type {ExprNode} from 'groq-js'

import {type Candidates, candidatesOf, isReferencePath} from './candidates.ts'
import {buildLookup, type LookupKind} from './lookup.ts'
import {
  conjunctsOf,
  constantOf,
  fillTemplate,
  isOwnAttribute,
  mapChildren,
  someNode,
} from './syntax.ts'
import type {View} from './view.ts'

/** So few candidates that looking for fewer costs more than it saves. */
const FEW = 16

/**
 * Replaces `*[condition]` by `(candidates)[condition]`, with the candidates taken from the view's indexes, wherever it
 * stands in the query. The result is the same as that of the plain query, in the same order.
 */
export function narrowQuery(
  node: ExprNode,
  view: View,
  score: ScoreEvaluator = keepScore,
): ExprNode {
  const narrow = (child: ExprNode) => narrowQuery(child, view, score)
  const conditions = conditionsOnEverything(node)
  if (conditions !== null) return buildFilters(conditions, {view, score, scored: null})
  if (node.type === 'PipeFuncCall' && node.name === 'score')
    return narrowScore(node, view, score, false)
  if (node.type === 'Filter' && isScored(node.base) && isPositiveScore(node.expr)) {
    return {...node, base: narrowScore(node.base, view, score, true)}
  }
  return mapChildren(node, narrow)
}

type PipeFuncCall = Extract<ExprNode, {type: 'PipeFuncCall'}>

/** Takes the place of `base | score(args)` where base depends on nothing outside of it. */
export type ScoreEvaluator = (node: PipeFuncCall) => ExprNode

const keepScore: ScoreEvaluator = (node) => node

function isScored(node: ExprNode): node is PipeFuncCall {
  return node.type === 'PipeFuncCall' && node.name === 'score'
}

/** `_score > 0`: only documents that some argument of `score()` holds for are left. */
function isPositiveScore(node: ExprNode): boolean {
  return (
    node.type === 'OpCall' &&
    node.op === '>' &&
    isOwnAttribute(node.left, '_score') &&
    constantOf(node.right)?.value === 0
  )
}

function narrowScore(
  node: PipeFuncCall,
  view: View,
  score: ScoreEvaluator,
  onlyPositive: boolean,
): ExprNode {
  const conditions = node.base.type === 'Everything' ? [] : conditionsOnEverything(node.base)
  const args = node.args.map((argument) => narrowQuery(argument, view, score))
  if (conditions === null) return {...node, base: narrowQuery(node.base, view, score), args}
  const scored = onlyPositive ? candidatesOfAny(node.args, view) : null
  const narrowed = {...node, base: buildFilters(conditions, {view, score, scored}), args}
  return someNode(node, (inner) => inner.type === 'Parent') ? narrowed : score(narrowed)
}

function candidatesOfAny(args: readonly ExprNode[], view: View): Candidates | null {
  const [first, ...rest] = args
  if (first === undefined) return null
  return candidatesOf(
    rest.reduce((left, right) => ({type: 'Or', left, right}), first),
    view,
    'score',
  )
}

/** The conditions of `*[a][b]`, in order; null for any other node. */
export function conditionsOnEverything(node: ExprNode): ExprNode[] | null {
  if (node.type !== 'Filter') return null
  if (node.base.type === 'Everything') return [node.expr]
  const inner = conditionsOnEverything(node.base)
  return inner === null ? null : [...inner, node.expr]
}

interface Narrowing {
  view: View
  score: ScoreEvaluator
  /** Candidates by what comes after the filter. */
  scored: Candidates | null
}

function buildFilters(given: readonly ExprNode[], {view, score, scored}: Narrowing): ExprNode {
  const conditions = given.flatMap(conjunctsOf).filter((condition) => !isAlwaysTrue(condition))
  const fixed = smallest(conditions, view, scored)
  const few = fixed !== null && fixed.candidates.documents.length <= FEW
  const related = few ? null : firstLookup(conditions)
  const dropped =
    related === null && fixed !== null && fixed.candidates.exact ? fixed.condition : null
  const base: ExprNode =
    related ??
    (fixed === null ? {type: 'Everything'} : {type: 'Value', value: fixed.candidates.documents})
  const rest = conditions.filter((condition) => condition !== dropped)
  // groq-js evaluates both sides of `&&`; one filter per condition, cheap ones first, stops early.
  return rest
    .toSorted((left, right) => costOf(left) - costOf(right))
    .reduce<ExprNode>(
      (filtered, condition) => ({
        type: 'Filter',
        base: filtered,
        expr: narrowQuery(condition, view, score),
      }),
      base,
    )
}

function isAlwaysTrue(condition: ExprNode): boolean {
  if (condition.type === 'Group') return isAlwaysTrue(condition.base)
  if (condition.type === 'Or') return isAlwaysTrue(condition.left) || isAlwaysTrue(condition.right)
  return condition.type === 'Value' && condition.value === true
}

interface Choice {
  /** The condition that the candidates are of; null: they come from what follows the filter. */
  condition: ExprNode | null
  candidates: Candidates
}

function smallest(
  conditions: readonly ExprNode[],
  view: View,
  scored: Candidates | null,
): Choice | null {
  let best: Choice | null = scored === null ? null : {condition: null, candidates: scored}
  for (const condition of conditions) {
    const candidates = candidatesOf(condition, view)
    if (candidates === null) continue
    if (best === null || candidates.documents.length < best.candidates.documents.length)
      best = {condition, candidates}
  }
  return best
}

function costOf(condition: ExprNode): number {
  if (someNode(condition, (node) => node.type === 'Everything' || node.type === 'Deref')) return 2
  return someNode(
    condition,
    (node) => node.type === 'FuncCall' || (node.type === 'OpCall' && node.op === 'match'),
  )
    ? 1
    : 0
}

function firstLookup(conditions: readonly ExprNode[]): ExprNode | null {
  for (const condition of conditions) {
    const lookup = lookupOf(condition)
    if (lookup !== null) return lookup
  }
  return null
}

/** Candidates of a condition that compares with the row outside: `references(^._id)`, `_id == ^.x._ref`, `x._ref == ^._id`. */
function lookupOf(condition: ExprNode): ExprNode | null {
  if (condition.type === 'Group') return lookupOf(condition.base)
  if (condition.type === 'FuncCall') {
    const [key] = condition.args
    const isReferences =
      condition.namespace === 'global' &&
      condition.name === 'references' &&
      condition.args.length === 1
    return isReferences && key !== undefined ? buildCandidates('references', key, '[]') : null
  }
  if (condition.type !== 'OpCall') return null
  const {op, left, right} = condition
  if (op === 'in') {
    if (isOwnAttribute(left, '_id')) return buildCandidates('ids', right, '[]')
    return isReferencePath(right) ? buildCandidates('references', left, '*') : null
  }
  return op === '==' ? (lookupOfEquality(left, right) ?? lookupOfEquality(right, left)) : null
}

function lookupOfEquality(attribute: ExprNode, key: ExprNode): ExprNode | null {
  if (isOwnAttribute(attribute, '_id')) return buildCandidates('ids', key, '[]')
  // `x._ref == ^.y` holds where both are missing: then every document is a candidate.
  return isReferencePath(attribute) ? buildCandidates('references', key, '*') : null
}

function buildCandidates(
  kind: LookupKind,
  key: ExprNode,
  whenMissing: '[]' | '*',
): ExprNode | null {
  const outer = fromOutside(key)
  if (outer === null) return null
  return fillTemplate(`select(!defined($outer) => ${whenMissing}, coalesce($found, *))`, {
    outer,
    found: buildLookup(kind, outer),
  })
}

const PURE_CALLS = new Set([
  'global::coalesce',
  'global::string',
  'global::lower',
  'array::unique',
  'array::compact',
  'string::split',
])

/** An expression inside of a filter as it reads outside of it (`^.x` becomes `@.x`); null when it needs the filtered item. */
function fromOutside(node: ExprNode): ExprNode | null {
  switch (node.type) {
    case 'Value':
      return node
    case 'Parent':
      return node.n === 1 ? {type: 'This'} : {type: 'Parent', n: node.n - 1}
    case 'AccessAttribute':
      return node.base === undefined ? null : rebase(node.base, (base) => ({...node, base}))
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'Group':
      return rebase(node.base, (base) => ({...node, base}))
    case 'Map':
    case 'FlatMap':
      return someNode(node.expr, (inner) => inner.type === 'Parent')
        ? null
        : rebase(node.base, (base) => ({...node, base}))
    case 'OpCall':
      return node.op === '+'
        ? ofBoth(node.left, node.right, (left, right) => ({...node, left, right}))
        : null
    case 'FuncCall':
      return PURE_CALLS.has(`${node.namespace}::${node.name}`) ? callFromOutside(node) : null
    default:
      return null
  }
}

function rebase(base: ExprNode, build: (base: ExprNode) => ExprNode): ExprNode | null {
  const outer = fromOutside(base)
  return outer === null ? null : build(outer)
}

function ofBoth(
  left: ExprNode,
  right: ExprNode,
  build: (left: ExprNode, right: ExprNode) => ExprNode,
): ExprNode | null {
  const outerRight = fromOutside(right)
  return outerRight === null ? null : rebase(left, (outerLeft) => build(outerLeft, outerRight))
}

function callFromOutside(node: Extract<ExprNode, {type: 'FuncCall'}>): ExprNode | null {
  const args = node.args.map(fromOutside).filter((argument) => argument !== null)
  return args.length === node.args.length ? {...node, args} : null
}
