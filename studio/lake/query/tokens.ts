/** Splits text as groq-js does for `match`; the index and the scores must agree with its operator. */
const EDGE_DOTS = /(\b\.+|\.+\b)/g
const TOKEN = /([^!@#$%^&*(),\\/?";:{}|[\]+<>\s-])+/g
const PATTERN_TERM = /([^!@#$%^&(),\\/?";:{}|[\]+<>\s-])+/g
const MAX_TERM = 1024

/** The words of a text, as they stand in it. */
export function tokensOf(text: string): readonly string[] {
  return text.replace(EDGE_DOTS, '').match(TOKEN) ?? []
}

/** The terms of a match pattern, with their wildcards. */
export function patternTerms(pattern: string): readonly string[] {
  const terms = pattern.replace(EDGE_DOTS, '').match(PATTERN_TERM) ?? []
  return terms.map((term) => term.slice(0, MAX_TERM))
}

export function termExpression(term: string): RegExp {
  return new RegExp(`^${term.replace(/\*/g, '.*')}$`, 'i')
}

/**
 * What every token that a term matches starts with (`isWhole`: is), folded like `foldToken`. groq-js leaves dots in
 * a term as they are, so in its expression a dot is any character.
 */
export function termStart(term: string): {start: string; isWhole: boolean} {
  const end = term.search(/[.*]/)
  return {start: foldToken(end === -1 ? term : term.slice(0, end)), isWhole: end === -1}
}

/** Tokens that differ in case only fold to the same text. Upper case: so a case-insensitive expression compares them. */
export function foldToken(token: string): string {
  return token.toUpperCase()
}
