import {isRecord} from './guards.ts'
import type {Predicate} from './predicate.ts'

/** GROQ knows three truths: a comparison of unlike things is null, and null is not true. */
type Truth = boolean | null
type Test = (document: unknown) => Truth

/** Compiles a predicate; the function answers what groq-js would for the same condition on the same document. */
export function compilePredicate(predicate: Predicate): (document: unknown) => boolean {
  const test = compile(predicate)
  return (document) => test(document) === true
}

function compile(predicate: Predicate): Test {
  switch (predicate.kind) {
    case 'constant':
      return () => predicate.value
    case 'and':
      return compileJunction(predicate, false)
    case 'or':
      return compileJunction(predicate, true)
    case 'not': {
      const test = compile(predicate.of)
      return (document) => negate(test(document))
    }
    case 'defined':
      return (document) => readPath(document, predicate.path) !== null
    case 'compare':
      return (document) =>
        compare(predicate.op, readPath(document, predicate.path), predicate.value)
    case 'in': {
      const values: ReadonlySet<unknown> = new Set(predicate.values)
      return (document) => values.has(readPath(document, predicate.path))
    }
    case 'contains':
      return (document) => contains(readPath(document, predicate.path), predicate.value)
    case 'path':
      return compilePath(predicate.path, predicate.pattern)
    case 'versionOf':
      return (document) => isVersionOf(readPath(document, ['_id']), predicate.id)
  }
}

function compileJunction(predicate: {parts: readonly Predicate[]}, decisive: boolean): Test {
  const tests = predicate.parts.map(compile)
  return (document) => {
    let truth: Truth = !decisive
    for (const test of tests) {
      const next = test(document)
      if (next === decisive) return decisive
      if (next === null) truth = null
    }
    return truth
  }
}

function negate(truth: Truth): Truth {
  return truth === null ? null : !truth
}

function compare(op: string, left: unknown, right: unknown): Truth {
  // Equality is false, not null, for unlike things; objects and arrays equal nothing, not even themselves.
  if (op === '==') return left === right
  if (op === '!=') return left !== right
  const order = orderOf(left, right)
  if (order === null) return null
  if (op === '<') return order < 0
  if (op === '<=') return order <= 0
  return op === '>' ? order > 0 : order >= 0
}

function orderOf(left: unknown, right: unknown): number | null {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  if (typeof left !== 'string' || typeof right !== 'string') return null
  if (left === right) return 0
  return left < right ? -1 : 1
}

function contains(list: unknown, value: unknown): Truth {
  return Array.isArray(list) ? list.includes(value) : null
}

function compilePath(path: readonly string[], pattern: string): Test {
  const expression = toPathExpression(pattern)
  return (document) => {
    const value = readPath(document, path)
    return typeof value === 'string' ? expression.test(value) : null
  }
}

/** `*` is one segment, `**` any number of them. */
function toPathExpression(pattern: string): RegExp {
  const parts = pattern.split('.').map((part) => {
    if (part === '*') return '[^.]+'
    return part === '**' ? '.*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('.')}$`)
}

function isVersionOf(documentId: unknown, id: string): Truth {
  if (typeof documentId !== 'string') return null
  if (documentId === id || documentId === `drafts.${id}`) return true
  return /^versions\.[^.]*\.(.+)$/s.exec(documentId)?.[1] === id
}

function readPath(document: unknown, path: readonly string[]): unknown {
  let value = document
  for (const name of path) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return null
    value = value[name]
  }
  return value ?? null
}
