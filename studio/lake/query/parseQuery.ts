import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'

import {LakeError} from '../errors.ts'
import {standInForVariants} from './dialect.ts'
import {rewriteFunctions} from './functions.ts'
import {checkQueryLimits, codeCharacters} from './limits.ts'
import {rewriteTree} from './syntax.ts'

export interface ParsedQuery {
  tree: ExprNode
  /** Whether `@ match` or `text::query` is used: the documents need their texts attached. */
  needsText: boolean
}

/**
 * Parses a query with its parameters and rewrites what groq-js lacks into what it has.
 * @param mode - `delta` for the filter of a listener, which may use `before()`, `after()` and `delta::`
 * @throws LakeError 400 `queryParseError` with `query` and numeric `start`, `end` (UTF-16 units)
 */
export function parseQuery(
  query: string,
  params: {readonly [name: string]: unknown},
  mode: 'normal' | 'delta' = 'normal',
): ParsedQuery {
  checkQueryLimits(query)
  try {
    const parsed = parse(standInForVariants(query), {params: {...params}, mode})
    const missing = firstParameter(parsed)
    if (missing !== null) throw missingParameter(query, missing)
    return rewriteFunctions(parsed)
  } catch (error) {
    throw toParseError(query, error)
  }
}

function firstParameter(tree: ExprNode): string | null {
  let name: string | null = null
  rewriteTree(tree, (node) => {
    if (node.type === 'Parameter') name ??= node.name
    return node
  })
  return name
}

function missingParameter(query: string, name: string): LakeError {
  const start = positionInCode(query, `$${name}`)
  return new LakeError(400, 'queryParseError', `param $${name} referenced, but not provided`, {
    query,
    start,
    end: start + name.length + 1,
  })
}

function positionInCode(query: string, text: string): number {
  for (const [position] of codeCharacters(query)) {
    if (query.startsWith(text, position)) return position
  }
  return 0
}

function toParseError(query: string, error: unknown): LakeError {
  if (error instanceof LakeError) {
    return new LakeError(error.status, error.type, error.message, {
      query,
      start: 0,
      end: query.length,
      ...error.details,
    })
  }
  if (error instanceof RangeError)
    return atRange(query, 'query is nested too deeply', 0, query.length)
  if (error instanceof GroqSyntaxError) {
    const start = Math.min(error.position, query.length)
    const detail = error.message.replace(/^Syntax error in GROQ query at position \d+(: )?/, '')
    return atRange(
      query,
      detail === '' ? 'syntax error' : detail,
      start,
      Math.min(start + 1, query.length),
    )
  }
  const message = error instanceof Error ? error.message : String(error)
  const name = /: (\w+)$/.exec(message)?.[1]
  const start = name === undefined ? 0 : positionInCode(query, name)
  return atRange(query, message, start, name === undefined ? query.length : start + name.length)
}

function atRange(query: string, description: string, start: number, end: number): LakeError {
  return new LakeError(400, 'queryParseError', description, {query, start, end})
}
