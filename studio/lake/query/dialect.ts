import type {ExprNode} from 'groq-js'

import {codeCharacters} from './limits.ts'

const VARIANT_CALL = 'sanity::partOfVariant'
const STAND_IN = 'geo::contains'

/**
 * groq-js refuses function names it does not know while it parses, and its registry is closed. `sanity::partOfVariant(id)` therefore
 * stands as `geo::contains(id)` (a known name that takes any arguments and that nobody can call with one), padded with
 * blanks so that the positions of parse errors stay true.
 */
export function standInForVariants(query: string): string {
  if (!query.includes(VARIANT_CALL)) return query
  let text = query
  for (const [position] of codeCharacters(query)) {
    if (!query.startsWith(VARIANT_CALL, position)) continue
    text =
      text.slice(0, position) +
      STAND_IN.padEnd(VARIANT_CALL.length) +
      text.slice(position + VARIANT_CALL.length)
  }
  return text
}

/** Whether a call is the stand-in of `sanity::partOfVariant`. */
export function isVariantStandIn(node: Extract<ExprNode, {type: 'FuncCall'}>): boolean {
  return node.namespace === 'geo' && node.name === 'contains' && node.args.length === 1
}
