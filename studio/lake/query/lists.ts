import type {ExprNode} from 'groq-js'

import {compileReader} from './ownReader.ts'
import {compileSorter} from './sorting.ts'

type Slice = Extract<ExprNode, {type: 'Slice'}>

/**
 * What becomes of a list that is known: `order()`, slices, one attribute of each item and `count()` without the
 * evaluator, which makes a scope per item. The same node when it takes the evaluator.
 */
export function evaluateList(node: ExprNode): ExprNode {
  switch (node.type) {
    case 'PipeFuncCall': {
      const items = node.name === 'order' ? listOf(node.base) : null
      const sorter = items === null ? null : compileSorter(node.args)
      return items === null || sorter === null ? node : toValue(sorter.all(items))
    }
    case 'Slice': {
      const items = listOf(node.base)
      return items === null ? node : toValue(items.slice(...boundsOf(node, items.length)))
    }
    case 'Map': {
      const items = listOf(node.base)
      const read = items === null ? null : compileReader(node.expr)
      return items === null || read === null ? node : toValue(items.map(read))
    }
    case 'FuncCall': {
      const [first] = node.args
      const isCount = node.namespace === 'global' && node.name === 'count'
      const items = isCount && first !== undefined ? listOf(first) : null
      return items === null ? node : toValue(items.length)
    }
    default:
      return node
  }
}

/** `list | order(args)[0...50]` sorts no more than it shows; null when it takes the evaluator. */
export function evaluateFirst(
  slice: Slice,
  base: ExprNode,
  args: readonly ExprNode[],
): ExprNode | null {
  const items = listOf(base)
  const sorter = items === null ? null : compileSorter(args)
  if (items === null || sorter === null) return null
  const [start, end] = boundsOf(slice, items.length)
  return toValue(sorter.first(items, Math.min(end, items.length)).slice(start))
}

/** Start and end (exclusive) of a slice, as groq-js counts them. */
export function boundsOf({left, right, isInclusive}: Slice, length: number): [number, number] {
  const start = left < 0 ? length + left : left
  const end = (right < 0 ? length + right : right) + (isInclusive ? 1 : 0)
  return [Math.max(0, start), Math.max(0, end)]
}

function listOf(node: ExprNode): readonly unknown[] | null {
  if (node.type === 'Group' || node.type === 'ArrayCoerce') return listOf(node.base)
  return node.type === 'Value' && Array.isArray(node.value) ? node.value : null
}

const toValue = (value: unknown): ExprNode => ({type: 'Value', value})
