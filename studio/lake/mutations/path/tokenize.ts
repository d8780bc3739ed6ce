export type Token =
  | {kind: 'name'; text: string}
  | {kind: 'number'; text: string; value: number}
  | {kind: 'string'; text: string; quote: "'" | '"'}
  | {kind: 'comparator'; text: string}
  | {kind: 'symbol'; text: string}

const PATTERN =
  /\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>-?\d+(?:\.\d+)?)|(?<single>'(?:[^'\\]|\\.)*')|(?<double>"(?:[^"\\]|\\.)*")|(?<comparator>==|!=|<=|>=|<|>)|(?<symbol>\.\.|[.,:?@$[\]*]))/uy

/** Cuts a JSONMatch path into tokens; throws an `Error` at the first character that starts none. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = []
  const text = source.trimEnd()
  let position = 0
  while (position < text.length) {
    PATTERN.lastIndex = position
    const match = PATTERN.exec(text)
    if (!match?.groups)
      throw new Error(`The path "${source.slice(0, 200)}" has an invalid character at ${position}`)
    tokens.push(toToken(match.groups))
    position = PATTERN.lastIndex
  }
  return tokens
}

function toToken(groups: Record<string, string | undefined>): Token {
  const {name, number, single, double, comparator, symbol} = groups
  if (name !== undefined) return {kind: 'name', text: name}
  if (number !== undefined) return {kind: 'number', text: number, value: Number(number)}
  if (single !== undefined) return {kind: 'string', text: unescapeQuoted(single), quote: "'"}
  if (double !== undefined) return {kind: 'string', text: unescapeQuoted(double), quote: '"'}
  if (comparator !== undefined) return {kind: 'comparator', text: comparator}
  return {kind: 'symbol', text: symbol ?? ''}
}

function unescapeQuoted(quoted: string): string {
  return quoted.slice(1, -1).replaceAll(/\\(.)/gsu, '$1')
}
