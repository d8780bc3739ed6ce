import type {ExprNode} from 'groq-js'

import {stringsIn} from './guards.ts'
import {compileReader} from './ownReader.ts'
import {constantOf} from './syntax.ts'
import {patternTerms, termExpression, tokensOf} from './tokens.ts'

/** `text match pattern` as a test of one item, with the pattern analysed once; null when either side reads more. */
export function compileMatchTest(node: ExprNode): ((item: unknown) => boolean) | null {
  if (node.type === 'Group') return compileMatchTest(node.base)
  if (node.type !== 'OpCall' || node.op !== 'match') return null
  const pattern = constantOf(node.right)
  const read = compileReader(node.left)
  if (pattern === null || read === null) return null
  const terms = termsOf(pattern.value)
  return (item) => {
    const words = terms.length === 0 ? [] : wordsOf(read(item))
    return words.length > 0 && terms.every((term) => words.some((word) => term.test(word)))
  }
}

/** The terms of a pattern; none when it is no text or an array with anything else in it. */
export function termsOf(pattern: unknown): readonly RegExp[] {
  const patterns = stringsIn(pattern)
  if (Array.isArray(pattern) && patterns.length !== pattern.length) return []
  return patterns.flatMap(patternTerms).map(termExpression)
}

/** Words of the texts that documents carry (see `documentText.ts`): these arrays live as long as their document. */
const wordsOfTexts = new WeakMap<readonly unknown[], readonly string[]>()

/** The words of a text or of the texts in an array. */
export function wordsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return typeof value === 'string' ? tokensOf(value) : []
  if (!Object.isFrozen(value)) return stringsIn(value).flatMap(tokensOf)
  const words = wordsOfTexts.get(value) ?? stringsIn(value).flatMap(tokensOf)
  wordsOfTexts.set(value, words)
  return words
}
