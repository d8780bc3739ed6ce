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
    case 'coalesce': {
      const test = compile(predicate.of)
      return (document) => test(document) ?? predicate.otherwise
    }
    case 'defined': {
      const read = compilePathReader(predicate.path)
      return (document) => read(document) !== null
    }
    case 'compare':
      return compileComparison(predicate)
    case 'in': {
      const read = compilePathReader(predicate.path)
      const values: ReadonlySet<unknown> = new Set(predicate.values)
      return (document) => values.has(read(document))
    }
    case 'contains': {
      const read = compilePathReader(predicate.path)
      return (document) => contains(read(document), predicate.value)
    }
    case 'path':
      return compilePath(predicate.path, predicate.pattern)
    case 'versionOf':
      return (document) => isVersionOf(readOwn(document, '_id'), predicate.id)
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

/** Equality is false, not null, for unlike things; objects and arrays equal nothing, not even themselves. */
function compileComparison({op, path, value}: Extract<Predicate, {kind: 'compare'}>): Test {
  const read = compilePathReader(path)
  if (op === '==') return (document) => read(document) === value
  if (op === '!=') return (document) => read(document) !== value
  const fits = ORDERS[op]
  return (document) => {
    const order = orderOf(read(document), value)
    return order === null ? null : fits(order)
  }
}

const ORDERS = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
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
  const read = compilePathReader(path)
  return (document) => {
    const value = read(document)
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

/** Reads an attribute; most paths have one name. Missing is null. */
function compilePathReader(path: readonly string[]): (document: unknown) => unknown {
  const [name = '', ...more] = path
  if (more.length === 0) return (document) => readOwn(document, name)
  return (document) => path.reduce(readOwn, document)
}

function readOwn(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}
