import {PathSyntaxError} from './syntaxError.ts'
import {type Token, tokenize} from './tokenize.ts'
import type {Comparator, JsonMatchPath, Literal, Segment} from './types.ts'

const CACHE_SIZE = 2_000
const MAX_PATH_LENGTH = 4_096
const MAX_BRACKET_DEPTH = 20
const cache = new Map<string, JsonMatchPath>()

/**
 * Parses a JSONMatch path, `lines[_key=="a"].quantity`.
 * @throws PathSyntaxError
 */
export function parsePath(source: string): JsonMatchPath {
  const known = cache.get(source)
  if (known) return known
  if (source.length > MAX_PATH_LENGTH) {
    throw new PathSyntaxError(
      `A path of ${source.length} characters is over the limit of ${MAX_PATH_LENGTH}`,
    )
  }
  const parsed = new PathParser(source).parse()
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(source, parsed)
  return parsed
}

class PathParser {
  readonly #source: string
  readonly #tokens: readonly Token[]
  #position = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
    try {
      this.#tokens = tokenize(source)
    } catch (error) {
      throw new PathSyntaxError(error instanceof Error ? error.message : String(error))
    }
  }

  parse(): JsonMatchPath {
    const path = this.#path()
    if (this.#peek()) this.#fail()
    return path
  }

  #path(): Segment[] {
    const segments: Segment[] = []
    while (this.#peek()) {
      const token = this.#peek()
      if (token?.kind === 'symbol' && token.text === '..') {
        this.#position += 1
        const rest = this.#path()
        if (rest.length === 0) this.#fail()
        segments.push({kind: 'recursive', rest})
        return segments
      }
      if (token?.kind === 'symbol' && token.text === '[') segments.push(this.#brackets())
      else if (segments.length === 0) segments.push(this.#attribute())
      else if (this.#take('.')) segments.push(this.#attribute())
      else break
    }
    if (segments.length === 0) this.#fail()
    return segments
  }

  #attribute(): Segment {
    const token = this.#next()
    if (token.kind === 'name') return {kind: 'attribute', name: token.text}
    if (token.kind === 'string' && token.quote === "'") return {kind: 'attribute', name: token.text}
    return this.#fail()
  }

  #brackets(): Segment {
    this.#expect('[')
    this.#depth += 1
    if (this.#depth > MAX_BRACKET_DEPTH) this.#fail()
    if (this.#take(']')) return this.#closed({kind: 'wildcard'})
    const members = [this.#member()]
    while (this.#take(',')) members.push(this.#member())
    this.#expect(']')
    const [only] = members
    const [segment, ...more] = only ?? []
    return this.#closed(
      members.length === 1 && segment && more.length === 0 ? segment : {kind: 'union', members},
    )
  }

  #closed(segment: Segment): Segment {
    this.#depth -= 1
    return segment
  }

  #member(): readonly Segment[] {
    const token = this.#peek()
    if (token?.kind === 'number' || (token?.kind === 'symbol' && token.text === ':'))
      return [this.#indexOrRange()]
    if (this.#take('*')) return [{kind: 'wildcard'}]
    const start = this.#position
    const target = this.#filterTarget()
    if (target) {
      const filter = this.#condition(target)
      if (filter) return [filter]
    }
    this.#position = start
    return this.#path()
  }

  #indexOrRange(): Segment {
    const start = this.#number()
    if (!this.#take(':')) return start === null ? this.#fail() : {kind: 'index', index: start}
    return {kind: 'range', start, end: this.#number()}
  }

  #filterTarget(): string[] | null {
    if (this.#take('@') || this.#take('$')) return []
    const names: string[] = []
    do {
      const token = this.#peek()
      if (token?.kind !== 'name' && !(token?.kind === 'string' && token.quote === "'")) return null
      this.#position += 1
      names.push(token.text)
    } while (this.#take('.'))
    return names
  }

  #condition(target: string[]): Segment | null {
    if (this.#take('?')) return {kind: 'exists', target}
    const token = this.#peek()
    if (token?.kind !== 'comparator') return null
    this.#position += 1
    return {kind: 'filter', target, comparator: toComparator(token.text), value: this.#literal()}
  }

  #literal(): Literal {
    const token = this.#next()
    if (token.kind === 'string' || token.kind === 'number')
      return token.kind === 'string' ? token.text : token.value
    if (token.kind === 'name' && token.text === 'true') return true
    if (token.kind === 'name' && token.text === 'false') return false
    if (token.kind === 'name' && token.text === 'null') return null
    return this.#fail()
  }

  #number(): number | null {
    const token = this.#peek()
    if (token?.kind !== 'number') return null
    if (!Number.isInteger(token.value)) this.#fail()
    this.#position += 1
    return token.value
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position]
  }

  #next(): Token {
    const token = this.#peek()
    if (!token) return this.#fail()
    this.#position += 1
    return token
  }

  #take(text: string): boolean {
    const token = this.#peek()
    if (token?.kind !== 'symbol' || token.text !== text) return false
    this.#position += 1
    return true
  }

  #expect(text: string): void {
    if (!this.#take(text)) this.#fail()
  }

  #fail(): never {
    throw new PathSyntaxError(
      `The path "${this.#source.slice(0, 200)}" is no valid JSONMatch expression`,
    )
  }
}

function toComparator(text: string): Comparator {
  switch (text) {
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return text
    default:
      return '=='
  }
}
