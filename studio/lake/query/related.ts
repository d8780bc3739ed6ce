import type {ExprNode} from 'groq-js'

import {isReferencePath} from './candidates.ts'
import {buildLookup, type LookupKind} from './lookup.ts'
import {fillTemplate, isOwnAttribute, someNode} from './syntax.ts'

/** Candidates of the first condition that compares with the row outside of the filter, as an expression; null when none does. */
export function firstLookup(conditions: readonly ExprNode[]): ExprNode | null {
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
