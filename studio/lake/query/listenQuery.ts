import {evaluate, evaluateSync, type ExprNode} from 'groq-js'

import {LakeError} from '../errors.ts'
import {attachText} from './documentText.ts'
import {isRecord} from './guards.ts'
import {type ParsedQuery, parseQuery} from './parseQuery.ts'
import {type Predicate, toPredicate} from './predicate.ts'
import type {MatchTask} from './protocol.ts'
import {parseSafely} from './safeJson.ts'
import {conditionsOnEverything, someNode} from './syntax.ts'

const MAX_PARSED = 200
const parsedFilters = new Map<string, ParsedQuery>()

/**
 * The filter of a listener's query as a predicate; null when it takes the full evaluator.
 * @throws LakeError 400 `queryParseError`
 */
export function compileListenQuery(
  query: string,
  params: {readonly [name: string]: unknown},
): Predicate | null {
  return toPredicate(listenFilter(query, params).tree)
}

/**
 * Evaluates a listener's filter on one document. As in the hosted lake, it sees that document only, and with
 * `before()`, `after()` and `delta::` the two sides of the change: no joins.
 */
export async function matchListenQuery(task: MatchTask): Promise<boolean> {
  const {tree, needsText} = listenFilter(task.query, task.params)
  const safe = parseSafely(JSON.stringify(task.document))
  if (needsText) attachText(safe)
  const options = {
    root: safe,
    dataset: [safe],
    identity: task.identity ?? '',
    dereference: () => null,
  }
  if (task.change === undefined) return evaluateSync(tree, options).data === true
  const sides: unknown = parseSafely(JSON.stringify(task.change))
  const {before, after} = isRecord(sides) ? sides : {}
  const value = await evaluate(tree, {...options, before, after})
  return (await value.get()) === true
}

/** Whether a listener's filter looks at the change, not only at a document. */
export function isDeltaQuery(query: string, params: {readonly [name: string]: unknown}): boolean {
  return someNode(
    listenFilter(query, params).tree,
    (node) => node.type === 'Context' || (node.type === 'FuncCall' && isDiff(node.namespace)),
  )
}

const isDiff = (namespace: string) => namespace === 'delta' || namespace === 'diff'

function listenFilter(query: string, params: {readonly [name: string]: unknown}): ParsedQuery {
  const key = JSON.stringify([query, params])
  const known = parsedFilters.get(key)
  if (known !== undefined) return known
  const parsed = parseQuery(query, params, 'delta')
  const filter = {tree: filterOf(query, parsed.tree), needsText: parsed.needsText}
  parsedFilters.set(key, filter)
  const [oldest] = parsedFilters.keys()
  if (parsedFilters.size > MAX_PARSED && oldest !== undefined) parsedFilters.delete(oldest)
  return filter
}

/** Only the filter of a listener's query counts; projections, order and slices are left aside. */
function filterOf(query: string, tree: ExprNode): ExprNode {
  const conditions = conditionsOnEverything(tree)
  const [first, ...rest] = conditions ?? []
  if (first !== undefined)
    return rest.reduce<ExprNode>((left, right) => ({type: 'And', left, right}), first)
  if (tree.type === 'Everything') return {type: 'Value', value: true}
  if ('base' in tree && tree.base !== undefined) return filterOf(query, tree.base)
  throw new LakeError(400, 'queryParseError', 'a listener takes a query of the form *[filter]', {
    query,
    start: 0,
    end: query.length,
  })
}
