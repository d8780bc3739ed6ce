import type {ExprNode} from 'groq-js'

import {mapChildren, someNode} from './syntax.ts'

/** How many scopes stand between a node and the expression that is looked at. */
interface Depth {
  /** Scopes with an item of their own, for `@` and bare attributes. */
  items: number
  /** Of these, the ones that `^` counts for certain. */
  parents: number
}

const OUTSIDE: Depth = {items: 0, parents: 0}

/** Functions that read the item without naming it. */
const ITEM_CALLS = new Set(['references', 'boost', 'score', 'contains'])

/**
 * Evaluates once, instead of once per item, what depends on no item: the inner query of
 * `*[_type == "bill" && customer._ref in *[vip]._id]`. What comes out is a constant, by which the outer query can narrow.
 */
export function evaluateSubqueries(
  tree: ExprNode,
  evaluate: (node: ExprNode) => unknown,
): ExprNode {
  return visit(tree, false)

  function visit(node: ExprNode, isPerItem: boolean): ExprNode {
    if (isPerItem && node.type !== 'Everything' && isClosed(node, OUTSIDE) && hasQuery(node))
      return {type: 'Value', value: evaluate(visit(node, false))}
    return mapScoped(node, (child, depth) => visit(child, isPerItem || depth.items > 0))
  }
}

function hasQuery(node: ExprNode): boolean {
  return someNode(node, ({type}) => type === 'Everything')
}

/** Whether an expression means the same for every item around it. */
function isClosed(node: ExprNode, depth: Depth): boolean {
  if (node.type === 'Parent') return node.n < depth.parents
  if (depth.items === 0 && readsItem(node)) return false
  let closed = true
  mapScoped(node, (child, {items, parents}) => {
    closed &&= isClosed(child, {items: depth.items + items, parents: depth.parents + parents})
    return child
  })
  return closed
}

function readsItem(node: ExprNode): boolean {
  if (node.type === 'This') return true
  if (node.type === 'AccessAttribute') return node.base === undefined
  return node.type === 'FuncCall' && (node.namespace === 'sanity' || ITEM_CALLS.has(node.name))
}

/** Like `mapChildren`, and says in which scope a child stands. */
function mapScoped(node: ExprNode, visit: (child: ExprNode, depth: Depth) => ExprNode): ExprNode {
  const base = 'base' in node ? node.base : undefined
  const depth = scopeOf(node)
  return mapChildren(node, (child) => visit(child, child === base ? OUTSIDE : depth))
}

/** The scope that a node makes for its children other than its base. */
function scopeOf(node: ExprNode): Depth {
  switch (node.type) {
    case 'Filter':
    case 'Projection':
    case 'PipeFuncCall':
      return {items: 1, parents: 1}
    case 'Map':
    case 'FlatMap':
      return {items: 1, parents: 0}
    default:
      return OUTSIDE
  }
}
