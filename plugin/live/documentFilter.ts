import type {ExprNode} from 'groq-js'
import {isRecord} from './wire.ts'
import type {RawDocument} from './wire.ts'

/** Whether one document passes the filter of a query. */
export type DocumentFilter = (document: RawDocument) => Promise<boolean>

/** What can be decided by looking at one document alone. */
const plainNodes = new Set([
  'AccessAttribute',
  'And',
  'Array',
  'ArrayElement',
  'Group',
  'Not',
  'OpCall',
  'Or',
  'Parameter',
  'Value',
])
// `match` splits words as the lake's index does, which differs from the evaluator
const plainOperators = new Set(['==', '!=', '<', '<=', '>', '>=', 'in'])

/**
 * The filter of a query over one plain `*[…]`; `undefined` when it needs more than the document itself (references,
 * subqueries, functions, text search). Loads the evaluator with the first query that asks.
 */
export async function loadDocumentFilter(
  query: string,
  params: Readonly<Record<string, unknown>>,
): Promise<DocumentFilter | undefined> {
  const {evaluate, parse} = await import('groq-js')
  const options = {params: {...params}}
  const filter = findFilter(() => parse(query, options))
  if (filter === undefined) return undefined
  return async (document) => {
    const value = await evaluate(filter, {...options, dataset: [document]})
    const passed: unknown = await value.get()
    return Array.isArray(passed) && passed.length > 0
  }
}

function findFilter(parse: () => ExprNode): ExprNode | undefined {
  let tree: ExprNode
  try {
    tree = parse()
  } catch {
    // the lake's parser decides; without a filter every event of the types counts
    return undefined
  }
  const sources = nodesOf(tree).filter(({type}) => type === 'Everything')
  if (sources.length !== 1) return undefined
  const filter = nodesOf(tree).find(isSourceFilter)
  return filter !== undefined && nodesOf(filter.expr).every(isPlain) ? filter : undefined
}

type Filter = Extract<ExprNode, {type: 'Filter'}>

function isSourceFilter(node: Node): node is Node & Filter {
  return node.type === 'Filter' && isRecord(node.base) && node.base.type === 'Everything'
}

interface Node {
  type: string
  [attribute: string]: unknown
}

function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value.type === 'string'
}

function isPlain(node: Node): boolean {
  if (node.type === 'OpCall') return typeof node.op === 'string' && plainOperators.has(node.op)
  return plainNodes.has(node.type)
}

/** The node and all below it. A literal's value is no node, whatever it looks like. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return items.flatMap(nodesOf)
  }
  if (!isNode(value)) return []
  if (value.type === 'Value') return [value]
  return [value, ...Object.values(value).flatMap(nodesOf)]
}
