import {publishedIdOf} from './draftIndex.ts'
import type {QueryReading} from './readQuery.ts'
import {createRecentMap} from './recentSet.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

/**
 * What a query sees: published documents only; all of them, each as it is; or drafts and versions in place of what they
 * are of, so that one document alone does not tell whether it is in the result.
 */
export type QueryView = 'published' | 'raw' | 'overlaid'

export interface RelevanceOptions {
  reading: Promise<QueryReading>
  view: QueryView
}

/**
 * Whether an event may change the result of a query: by type, and for a plain filter on one type by the document
 * before and after. A revision not seen before may have matched.
 */
export function createRelevance({reading, view}: RelevanceOptions) {
  // by id, the revision that is known not to pass: events come doubled and in any order, so an id alone tells nothing
  const outside = createRecentMap<string>(10_000)

  return async (event: MutationEvent): Promise<boolean> => {
    const {documentId: id, result, previousRev, transition} = event
    if (view === 'published' && publishedIdOf(id) !== undefined) return false
    const {types, passes} = await reading
    if (types === undefined) return true
    const wasOutside =
      transition === 'appear' || (previousRev !== undefined && outside.get(id) === previousRev)
    if (result !== undefined && !types.has(result._type)) {
      outside.set(id, result._rev)
      return !wasOutside && mayHaveChangedType(event, result)
    }
    if (passes === undefined || view === 'overlaid') return true
    // a document that disappears does not say its type
    if (result === undefined) return transition !== 'disappear' || !wasOutside
    const isInside = await passes(result)
    if (!isInside) outside.set(id, result._rev)
    return isInside || !wasOutside
  }
}

/** A lake may stamp a document and its transaction one after the other. */
const STAMPS_APART_MS = 5_000

/**
 * A type changes only when one transaction deletes the document and creates it anew. What was created before its
 * transaction has kept its type; a date that the writer gave itself is not to be told from that.
 */
function mayHaveChangedType({timestamp}: MutationEvent, {_createdAt}: RawDocument): boolean {
  const created = typeof _createdAt === 'string' ? Date.parse(_createdAt) : Number.NaN
  const committed = timestamp === undefined ? Number.NaN : Date.parse(timestamp)
  return !(created < committed - STAMPS_APART_MS)
}
