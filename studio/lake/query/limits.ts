import {LakeError} from '../errors.ts'

/** Longest query that is parsed, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 200_000
/** Deepest nesting of brackets and prefix operators that is parsed. */
export const MAX_QUERY_DEPTH = 96
/** Most operator characters in one query (`&&` counts two). groq-js recurses once per operator of a chain. */
export const MAX_QUERY_OPERATORS = 10_000

const OPENING = new Set(['(', '[', '{'])
const CLOSING = new Set([')', ']', '}'])
const OPERATORS = new Set(['&', '|', '=', '!', '<', '>', '+', '-', '*', '/', '%', '.', '^'])
const SIGNS = new Set(['!', '-', '+'])
const BLANK = /\s/

/**
 * Refuses a query that could hurt the parser or the evaluator by its size alone; runs before anything is parsed.
 * @throws LakeError 400 `queryParseError` with `query`, `start` and `end`.
 */
export function checkQueryLimits(query: string): void {
  if (query.length > MAX_QUERY_LENGTH) {
    throw tooLarge(
      query.slice(0, 200),
      0,
      200,
      `query is ${query.length} characters long; at most ${MAX_QUERY_LENGTH} are taken`,
    )
  }
  const count = {depth: 0, prefix: 0, operators: 0}
  for (const [position, character] of codeCharacters(query)) {
    countCharacter(count, character)
    if (count.depth + count.prefix > MAX_QUERY_DEPTH) {
      throw tooLarge(
        query,
        position,
        position + 1,
        `query is nested deeper than ${MAX_QUERY_DEPTH} levels`,
      )
    }
    if (count.operators > MAX_QUERY_OPERATORS) {
      throw tooLarge(
        query,
        position,
        position + 1,
        `query has more than ${MAX_QUERY_OPERATORS} operators`,
      )
    }
  }
}

interface Count {
  depth: number
  prefix: number
  operators: number
}

function countCharacter(count: Count, character: string): void {
  if (OPENING.has(character)) count.depth += 1
  if (CLOSING.has(character)) count.depth -= 1
  // `!!!!x` and `----x` nest without brackets: each further sign is one level.
  if (SIGNS.has(character)) count.prefix += 1
  else if (!BLANK.test(character)) count.prefix = 0
  if (OPERATORS.has(character)) count.operators += 1
}

/** The characters of a query that are neither in a string nor in a comment, with their positions; of a string its first quote. */
export function* codeCharacters(query: string): Generator<readonly [number, string]> {
  let position = 0
  while (position < query.length) {
    const character = query.charAt(position)
    if (character === '"' || character === "'") {
      yield [position, character]
      position = endOfString(query, position)
    } else if (character === '/' && query.charAt(position + 1) === '/')
      position = endOfLine(query, position)
    else {
      yield [position, character]
      position += 1
    }
  }
}

function endOfString(query: string, start: number): number {
  const quote = query.charAt(start)
  let position = start + 1
  while (position < query.length && query.charAt(position) !== quote)
    position += query.charAt(position) === '\\' ? 2 : 1
  return position + 1
}

function endOfLine(query: string, start: number): number {
  const end = query.indexOf('\n', start)
  return end === -1 ? query.length : end
}

function tooLarge(query: string, start: number, end: number, description: string): LakeError {
  return new LakeError(400, 'queryParseError', description, {query, start, end})
}
