import type {ExprNode} from 'groq-js'

import {type Candidates, candidatesOf} from './candidates.ts'
import {boundsOf, evaluateFirst, evaluateList} from './lists.ts'
import {compilePredicate} from './matchPredicate.ts'
import {compileMatchTest} from './matchTest.ts'
import {takeFirst} from './orderedFirst.ts'
import {toPredicate} from './predicate.ts'
import {typeOf, withinRanges} from './ranges.ts'
import {firstLookup} from './related.ts'
import {compileKeys} from './sorting.ts'
import {
  conditionsOnEverything,
  conjunctsOf,
  constantOf,
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
  if (node.type === 'Slice' && isOrdered(node.base))
    return firstInOrder(node, node.base, view) ?? narrowFirst(node, node.base, narrow)
  return evaluateList(mapChildren(node, narrow))
}

function isOrdered(node: ExprNode): node is PipeFuncCall {
  return node.type === 'PipeFuncCall' && node.name === 'order'
}

type Slice = Extract<ExprNode, {type: 'Slice'}>

/** `*[_type == "…" && tests] | order(value) [0...50]` by the index in the order of the value; null when another index leaves fewer. */
function firstInOrder(slice: Slice, order: PipeFuncCall, view: View): ExprNode | null {
  if (slice.left < 0 || slice.right < 0) return null
  const conditions = conditionsOnEverything(order.base)?.flatMap(conjunctsOf) ?? []
  const type = typeOf(conditions)
  const keys = compileKeys(order.args)
  const [first] = keys ?? []
  if (type === null || keys === null || first === undefined) return null
  const predicates = conditions.map(toPredicate).filter((predicate) => predicate !== null)
  if (predicates.length < conditions.length) return null
  if (smallest(conditions, view, null)?.candidates.documents !== view.ofType(type)) return null
  const index = view.inOrder(type, first.name, first.read)
  if (index === null) return null
  const [start, count] = boundsOf(slice, 0)
  const tests = predicates.map(compilePredicate)
  const value = takeFirst({index, keys, tests, count}).slice(start)
  return {type: 'Value', value}
}

function narrowFirst(
  slice: Slice,
  order: PipeFuncCall,
  narrow: (child: ExprNode) => ExprNode,
): ExprNode {
  const base = narrow(order.base)
  const args = order.args.map(narrow)
  return evaluateFirst(slice, base, args) ?? evaluateList({...slice, base: {...order, base, args}})
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
    {purpose: 'score', limit: view.all().length / 4},
  )
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
  if (related !== null) return chainFilters(related, conditions, {view, score, scored})
  const dropped = fixed !== null && fixed.candidates.exact ? fixed.condition : null
  const rest = conditions.filter((condition) => condition !== dropped)
  const {tests, others} = splitPredicates(rest)
  const documents = fixed === null ? view.all() : fixed.candidates.documents
  const passed =
    tests.length === 0
      ? documents
      : documents.filter((document) => tests.every((test) => test(document)))
  const base: ExprNode =
    fixed === null && tests.length === 0 ? {type: 'Everything'} : {type: 'Value', value: passed}
  return chainFilters(base, others, {view, score, scored})
}

/** groq-js evaluates both sides of `&&`; one filter per condition, cheap ones first, stops early. */
function chainFilters(
  base: ExprNode,
  conditions: readonly ExprNode[],
  {view, score}: Narrowing,
): ExprNode {
  return conditions
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

/** The conditions that can be tested right here, and the others. */
function splitPredicates(conditions: readonly ExprNode[]): {
  tests: ((document: unknown) => boolean)[]
  others: ExprNode[]
} {
  const tests: ((document: unknown) => boolean)[] = []
  const others: ExprNode[] = []
  for (const condition of conditions) {
    const test = compileTest(condition)
    if (test === null) others.push(condition)
    else tests.push(test)
  }
  return {tests, others}
}

function compileTest(condition: ExprNode): ((document: unknown) => boolean) | null {
  const predicate = toPredicate(condition)
  return predicate === null ? compileMatchTest(condition) : compilePredicate(predicate)
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
  for (const condition of conditions.toSorted(wordsLast)) {
    const limit = best?.candidates.documents.length ?? view.all().length / 2
    const candidates = candidatesOf(condition, view, {limit})
    if (candidates !== null && (best === null || candidates.documents.length < limit))
      best = {condition, candidates}
  }
  if (best !== null && best.candidates.documents.length <= FEW) return best
  const documents = withinRanges(conditions, view)
  const isFewer =
    documents !== null && documents.length < (best?.candidates.documents.length ?? Infinity)
  return isFewer ? {condition: null, candidates: {documents, exact: false}} : best
}

/** Words are looked up last: then it is known how few documents are worth collecting. */
function wordsLast(left: ExprNode, right: ExprNode): number {
  const isMatch = (node: ExprNode) => node.type === 'OpCall' && node.op === 'match'
  return Number(someNode(left, isMatch)) - Number(someNode(right, isMatch))
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
