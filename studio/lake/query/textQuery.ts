import type {ExprNode} from 'groq-js'

import {LakeError} from '../errors.ts'
import {fillTemplate} from './syntax.ts'

/** Attribute (not enumerable) under which an object carries all of its text; see `documentText.ts`. */
export const TEXT_ATTRIBUTE = '\u0000text'

const TOKENS = /-?"[^"]*"?|[^\s"]+/g
const LETTERS = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]/
const MAX_WILDCARDS_PER_TERM = 8
const MAX_TERMS = 64

/** `left match text::query(search)` as plain GROQ: every term must match, `-term` must not, `term*` is a prefix, `"a b"` a phrase. */
export function buildTextMatch(left: ExprNode, search: unknown): ExprNode {
  if (typeof search !== 'string') return {type: 'Value', value: false}
  const tokens = search.match(TOKENS) ?? []
  if (tokens.length > MAX_TERMS)
    throw new LakeError(
      400,
      'queryParseError',
      `text::query() takes at most ${MAX_TERMS} terms, got ${tokens.length}`,
    )
  if (tokens.length > 0 && tokens.every((token) => /^\*+$/.test(token)))
    return {type: 'Value', value: true}
  const text = searchableText(left)
  const terms = tokens.flatMap((token) => buildTerm(text, token))
  const [first, ...rest] = terms
  if (first === undefined) return {type: 'Value', value: false}
  return rest.reduce<ExprNode>((all, term) => ({type: 'And', left: all, right: term}), first)
}

function buildTerm(text: ExprNode, token: string): ExprNode[] {
  if (token.startsWith('-') && token.length > 1) {
    return buildTerm(text, token.slice(1)).map((base) => ({type: 'Not', base}))
  }
  if (!LETTERS.test(token)) return []
  const match: ExprNode = {
    type: 'OpCall',
    op: 'match',
    left: text,
    right: {type: 'Value', value: limitWildcards(token)},
  }
  const phrase = token.startsWith('"') ? token.replaceAll('"', '').trim().toLowerCase() : ''
  if (!/\s/.test(phrase)) return [match]
  return [{type: 'And', left: match, right: buildPhrase(text, phrase)}]
}

function buildPhrase(text: ExprNode, phrase: string): ExprNode {
  return fillTemplate(
    'length(string::split(lower(coalesce(array::join($text, "\\n"), $text)), $phrase)) > 1',
    {
      text,
      phrase: {type: 'Value', value: phrase},
    },
  )
}

/** Everything in `left` that is text: of an object all its strings, of an array its items' texts, else the value itself. */
function textOf(left: ExprNode): ExprNode {
  const items: ExprNode = {
    type: 'FlatMap',
    base: left,
    expr: fillTemplate(`coalesce(@["${TEXT_ATTRIBUTE}"], [@])`, {}),
  }
  return fillTemplate(`coalesce($left["${TEXT_ATTRIBUTE}"], $items, $left)`, {left, items})
}

/** What `match` searches: `@` alone is the whole document. */
export function searchableText(left: ExprNode): ExprNode {
  if (left.type === 'Group') return searchableText(left.base)
  if (left.type !== 'Array') return textOf(left)
  const elements = left.elements.map((element) => ({
    type: 'ArrayElement' as const,
    isSplat: true,
    value: fillTemplate('coalesce($text[], [$text])', {
      text: element.isSplat ? element.value : textOf(element.value),
    }),
  }))
  return {type: 'Array', elements}
}

/**
 * Folds runs of `*` in a match pattern and refuses patterns whose regular expression would backtrack for minutes.
 * @throws LakeError 400 `queryParseError`
 */
export function limitWildcards(pattern: string): string {
  const folded = pattern.replace(/\*{2,}/g, '*')
  for (const term of folded.split(/\s+/)) {
    const wildcards = term.split('*').length - 1
    if (wildcards > MAX_WILDCARDS_PER_TERM) {
      throw new LakeError(
        400,
        'queryParseError',
        `a match term may hold ${MAX_WILDCARDS_PER_TERM} wildcards, got ${wildcards}`,
      )
    }
  }
  return folded
}
