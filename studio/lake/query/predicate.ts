import type {ExprNode} from 'groq-js'

import {constantOf} from './syntax.ts'

type Scalar = string | number | boolean | null

/** A condition on one document as plain JSON, so that it can leave the worker; every part is cheap to evaluate. */
export type Predicate =
  | {kind: 'constant'; value: boolean}
  | {kind: 'and' | 'or'; parts: readonly Predicate[]}
  | {kind: 'not'; of: Predicate}
  | {kind: 'coalesce'; of: Predicate; otherwise: boolean}
  | {kind: 'defined'; path: readonly string[]}
  | {
      kind: 'compare'
      op: '==' | '!=' | '<' | '<=' | '>' | '>='
      path: readonly string[]
      value: Scalar
    }
  | {kind: 'in'; path: readonly string[]; values: readonly Scalar[]}
  | {kind: 'contains'; path: readonly string[]; value: Scalar}
  | {kind: 'path'; path: readonly string[]; pattern: string}
  | {kind: 'versionOf'; id: string}

const MIRRORED: {readonly [op: string]: '==' | '!=' | '<' | '<=' | '>' | '>='} = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** The condition as a predicate, or null when it needs the full evaluator. */
export function toPredicate(node: ExprNode): Predicate | null {
  switch (node.type) {
    case 'Group':
      return toPredicate(node.base)
    case 'And':
    case 'Or':
      return toJunction(node)
    case 'Not': {
      const of = toPredicate(node.base)
      return of === null ? null : {kind: 'not', of}
    }
    case 'Value':
      return typeof node.value === 'boolean' ? {kind: 'constant', value: node.value} : null
    case 'FuncCall':
      return toCall(node)
    case 'OpCall':
      return node.op === 'in'
        ? toMembership(node.left, node.right)
        : toComparison(node.op, node.left, node.right)
    default:
      return null
  }
}

/** A chain of one operator becomes one flat list: its depth must not depend on its length. */
function toJunction(node: Extract<ExprNode, {type: 'And' | 'Or'}>): Predicate | null {
  const parts: Predicate[] = []
  for (const operand of operandsOf(node)) {
    const part = toPredicate(operand)
    if (part === null) return null
    parts.push(part)
  }
  return {kind: node.type === 'And' ? 'and' : 'or', parts}
}

function operandsOf(node: Extract<ExprNode, {type: 'And' | 'Or'}>): ExprNode[] {
  const operands: ExprNode[] = []
  let rest: ExprNode = node
  while (rest.type === node.type) {
    operands.push(rest.right)
    rest = rest.left
  }
  return [rest, ...operands.toReversed()]
}

function toCall(node: Extract<ExprNode, {type: 'FuncCall'}>): Predicate | null {
  const [first] = node.args
  if (first === undefined) return null
  if (node.namespace === 'global' && node.name === 'defined') {
    const path = attributePath(first)
    return path === null ? null : {kind: 'defined', path}
  }
  if (node.namespace === 'global' && node.name === 'coalesce') return toCoalesce(first, node.args)
  const id = constantOf(first)?.value
  return node.namespace === 'sanity' && node.name === 'versionOf' && typeof id === 'string'
    ? {kind: 'versionOf', id}
    : null
}

/** `coalesce(day >= $from, true)`: what cannot be compared counts as the constant. */
function toCoalesce(first: ExprNode, args: readonly ExprNode[]): Predicate | null {
  const [, second, ...rest] = args
  const of = toPredicate(first)
  const otherwise = second === undefined || rest.length > 0 ? null : constantOf(second)?.value
  return of?.kind === 'compare' && typeof otherwise === 'boolean'
    ? {kind: 'coalesce', of, otherwise}
    : null
}

function toComparison(op: string, left: ExprNode, right: ExprNode): Predicate | null {
  const mirrored = MIRRORED[op]
  if (mirrored === undefined) return null
  const path = attributePath(left)
  if (path === null)
    return attributePath(right) === null ? null : toComparison(mirrored, right, left)
  const constant = constantOf(right)
  const straight = MIRRORED[mirrored]
  if (constant === null || !isScalar(constant.value) || straight === undefined) return null
  return {kind: 'compare', op: straight, path, value: constant.value}
}

function toMembership(left: ExprNode, right: ExprNode): Predicate | null {
  const path = attributePath(left)
  if (path === null) return toContains(left, right)
  if (right.type === 'FuncCall' && right.namespace === 'global' && right.name === 'path') {
    const pattern = right.args[0] === undefined ? null : constantOf(right.args[0])
    return typeof pattern?.value === 'string' && isCheapPattern(pattern.value)
      ? {kind: 'path', path, pattern: pattern.value}
      : null
  }
  const list = constantOf(right)?.value
  if (!Array.isArray(list)) return null
  const values = list.filter(isScalar)
  return values.length === list.length ? {kind: 'in', path, values} : null
}

/** Each `**` multiplies the ways to match; patterns with many are left to the worker and its time limit. */
function isCheapPattern(pattern: string): boolean {
  return pattern.split('**').length <= 3
}

function toContains(left: ExprNode, right: ExprNode): Predicate | null {
  const constant = constantOf(left)
  const path = attributePath(right)
  return constant === null || path === null || !isScalar(constant.value)
    ? null
    : {kind: 'contains', path, value: constant.value}
}

/** `a.b.c` of the item itself as `['a', 'b', 'c']`. */
function attributePath(node: ExprNode): string[] | null {
  if (node.type === 'Group') return attributePath(node.base)
  if (node.type !== 'AccessAttribute') return null
  if (node.base === undefined || node.base.type === 'This') return [node.name]
  const base = attributePath(node.base)
  return base === null ? null : [...base, node.name]
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
