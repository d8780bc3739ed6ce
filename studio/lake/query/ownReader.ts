import type {ExprNode} from 'groq-js'

import {isRecord} from './guards.ts'

/** Reads a value out of one item, without groq-js. Missing is null. */
export type Reader = (item: unknown) => unknown

/** Compiles an expression that only reads within the item itself (`title`, `lines[].title`, `@`); null for any other. */
export function compileReader(node: ExprNode): Reader | null {
  switch (node.type) {
    case 'This':
      return (item) => item
    case 'Group':
      return compileReader(node.base)
    case 'AccessAttribute':
      return readAttribute(
        node.name,
        node.base === undefined ? (item) => item : compileReader(node.base),
      )
    case 'ArrayCoerce':
      return chain(compileReader(node.base), (value) => (Array.isArray(value) ? value : null))
    case 'Map':
      return readEach(compileReader(node.base), compileReader(node.expr), (values) => values)
    case 'FlatMap':
      return readEach(compileReader(node.base), compileReader(node.expr), (values) => values.flat())
    case 'Array':
      return readArray(node)
    case 'FuncCall':
      return node.namespace === 'global' && node.name === 'coalesce' ? readFirst(node.args) : null
    default:
      return null
  }
}

function chain(read: Reader | null, then: Reader): Reader | null {
  return read === null ? null : (item) => then(read(item))
}

function readAttribute(name: string, base: Reader | null): Reader | null {
  return chain(base, (value) =>
    isRecord(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null,
  )
}

function readEach(
  base: Reader | null,
  each: Reader | null,
  join: (values: unknown[]) => unknown[],
): Reader | null {
  if (each === null) return null
  return chain(base, (values) =>
    Array.isArray(values) ? join(values.map((value: unknown) => each(value))) : null,
  )
}

function readArray(node: Extract<ExprNode, {type: 'Array'}>): Reader | null {
  const parts: {read: Reader; isSplat: boolean}[] = []
  for (const {value, isSplat} of node.elements) {
    const read = compileReader(value)
    if (read === null) return null
    parts.push({read, isSplat})
  }
  return (item) =>
    parts.flatMap(({read, isSplat}) => {
      const value = read(item)
      if (!isSplat) return [value]
      return Array.isArray(value) ? value : []
    })
}

function readFirst(args: readonly ExprNode[]): Reader | null {
  const readers = args.map(compileReader).filter((read) => read !== null)
  if (readers.length !== args.length) return null
  return (item) => {
    for (const read of readers) {
      const value = read(item)
      if (value !== null) return value
    }
    return null
  }
}
