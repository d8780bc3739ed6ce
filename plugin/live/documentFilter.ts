import type {ExprNode} from 'groq-js'
import {isSourceFilter, nodesOf} from './groqTree.ts'
import type {GroqNode} from './groqTree.ts'

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
 * subqueries, functions, text search).
 */
export function plainFilterOf(tree: ExprNode): ExprNode | undefined {
  const nodes = nodesOf(tree)
  if (nodes.filter(({type}) => type === 'Everything').length !== 1) return undefined
  const filter = nodes.find(isFilter)
  return filter !== undefined && nodesOf(filter.expr).every(isPlain) ? filter : undefined
}

type Filter = Extract<ExprNode, {type: 'Filter'}>

function isFilter(node: GroqNode): node is GroqNode & Filter {
  return isSourceFilter(node)
}

function isPlain(node: GroqNode): boolean {
  if (node.type === 'OpCall') return typeof node.op === 'string' && plainOperators.has(node.op)
  return plainNodes.has(node.type)
}
