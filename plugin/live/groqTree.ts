import {isRecord} from './wire.ts'

/** A node of the syntax tree that `groq-js` makes of a query. */
export interface GroqNode {
  type: string
  [attribute: string]: unknown
}

export function isGroqNode(value: unknown): value is GroqNode {
  return isRecord(value) && typeof value.type === 'string'
}

/** The node and all below it. A literal's value is no node, whatever it looks like. */
export function nodesOf(value: unknown): GroqNode[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return items.flatMap(nodesOf)
  }
  if (!isGroqNode(value)) return []
  if (value.type === 'Value') return [value]
  return [value, ...Object.values(value).flatMap(nodesOf)]
}

interface SourceFilter extends GroqNode {
  type: 'Filter'
  expr: GroqNode
}

/** `*[…]`: the one place where it can be said which of all documents are read. */
export function isSourceFilter(node: GroqNode): node is SourceFilter {
  return (
    node.type === 'Filter' &&
    isGroqNode(node.base) &&
    node.base.type === 'Everything' &&
    isGroqNode(node.expr)
  )
}
