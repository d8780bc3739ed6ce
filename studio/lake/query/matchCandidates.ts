import type {ExprNode} from 'groq-js'

import type {Candidates, Search} from './candidates.ts'
import {stringsIn} from './guards.ts'
import {documentsById} from './lookup.ts'
import {compileReader} from './ownReader.ts'
import {constantOf, someNode} from './syntax.ts'
import {INDEXED_SYSTEM_NAMES} from './textIndex.ts'
import {patternTerms, termStart} from './tokens.ts'
import type {View} from './view.ts'

/** The documents that `text match pattern` can hold for, by the words of the documents; null: any. */
export function matchCandidates(
  node: Extract<ExprNode, {type: 'OpCall'}>,
  view: View,
  {purpose = 'filter', limit = Infinity}: Search,
): Candidates | null {
  const pattern = constantOf(node.right)?.value
  const patterns = stringsIn(pattern)
  if (Array.isArray(pattern) ? patterns.length !== pattern.length : typeof pattern !== 'string')
    return null
  if (!isIndexed(node.left)) return null
  const found: ReadonlySet<string>[] = []
  for (const {start, isWhole} of patterns.flatMap(patternTerms).map(termStart)) {
    const ids = start === '' ? null : view.holding(start, isWhole, limit)
    if (ids !== null) found.push(ids)
    else if (purpose === 'score') return null
  }
  if (found.length === 0) return null
  // A filter needs every term, so the rarest one decides; each term adds to a score.
  const ids = purpose === 'filter' ? smallestOf(found) : new Set(found.flatMap((set) => [...set]))
  return {documents: documentsById(view, ids), exact: false}
}

/** Whether an expression reads nothing but texts of the document that the index holds. */
function isIndexed(left: ExprNode): boolean {
  const isForeign = (name: string) => name.startsWith('_') && !INDEXED_SYSTEM_NAMES.has(name)
  return (
    compileReader(left) !== null &&
    !someNode(left, (node) => node.type === 'AccessAttribute' && isForeign(node.name))
  )
}

function smallestOf(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return sets.reduce((smallest, set) => (set.size < smallest.size ? set : smallest))
}
