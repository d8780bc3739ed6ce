import {evaluateSync, type ExprNode} from 'groq-js'

import {LakeError} from '../errors.ts'
import {attachText} from './documentText.ts'
import {conditionsOnEverything} from './narrow.ts'
import {type ParsedQuery, parseQuery} from './parseQuery.ts'
import {type Predicate, toPredicate} from './predicate.ts'
import type {MatchTask} from './protocol.ts'
import {parseSafely} from './safeJson.ts'

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

/** Evaluates a listener's filter on one document. As in the hosted lake, it sees that document only: no joins. */
export function matchListenQuery({query, params, document, identity}: MatchTask): boolean {
  const {tree, needsText} = listenFilter(query, params)
  const safe = parseSafely(JSON.stringify(document))
  if (needsText) attachText(safe)
  const result = evaluateSync(tree, {
    root: safe,
    dataset: [safe],
    identity: identity ?? '',
    dereference: () => null,
  })
  return result.data === true
}

function listenFilter(query: string, params: {readonly [name: string]: unknown}): ParsedQuery {
  const key = JSON.stringify([query, params])
  const known = parsedFilters.get(key)
  if (known !== undefined) return known
  const parsed = parseQuery(query, params)
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
