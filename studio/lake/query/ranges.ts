import type {ExprNode} from 'groq-js'

import type {LakeDocument} from './guards.ts'
import type {Bound, Range} from './orderIndex.ts'
import {compileReader} from './ownReader.ts'
import {constantOf, isOwnAttribute} from './syntax.ts'
import type {View} from './view.ts'

/** Fewer documents than this share of a type are worth taking from an index: they are put in the order of their ids. */
const WORTHWHILE_SHARE = 1 / 8
/** So few always are. */
const FEW = 16

const MIRRORED: {readonly [op: string]: string} = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '==': '==',
}

/** The type that conditions ask for by `_type == "…"`; null when none does. */
export function typeOf(conditions: readonly ExprNode[]): string | null {
  for (const condition of conditions) {
    if (condition.type !== 'OpCall' || condition.op !== '==') continue
    const {left, right} = condition
    const other = isOwnAttribute(left, '_type') ? right : left
    if (other === left && !isOwnAttribute(right, '_type')) continue
    const value = constantOf(other)?.value
    if (typeof value === 'string') return value
  }
  return null
}

/**
 * The documents of a type that a comparison of one of their values with constants (`date >= "…" && date < "…"`,
 * `number == 5`) leaves, by id; null when no such comparison leaves few.
 */
export function withinRanges(
  conditions: readonly ExprNode[],
  view: View,
): readonly LakeDocument[] | null {
  const type = typeOf(conditions)
  if (type === null) return null
  let best: readonly LakeDocument[] | null = null
  for (const [name, {node, range}] of rangesOf(conditions)) {
    const limit: number = best?.length ?? Math.max(FEW, view.ofType(type).length * WORTHWHILE_SHARE)
    const read = compileReader(node)
    const index = read === null ? null : view.inOrder(type, name, read)
    best = index?.within(range, limit) ?? best
  }
  return best
}

interface Ranged {
  node: ExprNode
  range: Range
}

function rangesOf(conditions: readonly ExprNode[]): Map<string, Ranged> {
  const ranges = new Map<string, Ranged>()
  for (const condition of conditions) {
    const comparison = readComparison(condition)
    if (comparison === null) continue
    const {node, op, value} = comparison
    const name = JSON.stringify(node)
    const known = ranges.get(name)?.range ?? {}
    if (typeof (known.low ?? known.high ?? {value}).value !== typeof value) continue
    ranges.set(name, {node, range: {...toRange(op, value), ...known}})
  }
  return ranges
}

interface Comparison {
  node: ExprNode
  op: string
  value: string | number
}

function readComparison(condition: ExprNode): Comparison | null {
  if (condition.type !== 'OpCall') return null
  const {op, left, right} = condition
  const mirrored = MIRRORED[op]
  if (mirrored === undefined) return null
  return toComparison(op, left, right) ?? toComparison(mirrored, right, left)
}

function toComparison(op: string, attribute: ExprNode, other: ExprNode): Comparison | null {
  if (attribute.type !== 'AccessAttribute' || isIndexedOtherwise(attribute)) return null
  const value = constantOf(other)?.value
  return typeof value === 'string' || typeof value === 'number'
    ? {node: attribute, op, value}
    : null
}

const isIndexedOtherwise = (attribute: ExprNode) =>
  isOwnAttribute(attribute, '_type') || isOwnAttribute(attribute, '_id')

function toRange(op: string, value: string | number): Range {
  const bound: Bound = {value, isInclusive: op.endsWith('=')}
  if (op === '==') return {low: bound, high: bound}
  return op.startsWith('>') ? {low: bound} : {high: bound}
}
