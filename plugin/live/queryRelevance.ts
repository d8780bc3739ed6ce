import {loadDocumentFilter} from './documentFilter.ts'
import type {DocumentFilter} from './documentFilter.ts'
import {publishedIdOf} from './draftIndex.ts'
import {createRecentSet} from './recentSet.ts'
import type {MutationEvent} from './wire.ts'

export interface RelevanceOptions {
  query: string
  params: Readonly<Record<string, unknown>>
  /** `undefined`: the query may read any type. */
  types: ReadonlySet<string> | undefined
  /** Only published documents can be in the result. */
  isPublishedOnly: boolean
}

/**
 * Whether an event may change the result of a query: by type, and for a plain filter on one type by the document
 * before and after. A document not seen before may have matched.
 */
export function createRelevance({query, params, types, isPublishedOnly}: RelevanceOptions) {
  const outside = createRecentSet(10_000)
  let filter: Promise<DocumentFilter | undefined> | undefined
  const load = () => {
    filter ??= types?.size === 1 ? loadDocumentFilter(query, params) : Promise.resolve(undefined)
    return filter
  }

  return async (event: MutationEvent): Promise<boolean> => {
    const {documentId: id, result, transition} = event
    if (isPublishedOnly && publishedIdOf(id) !== undefined) return false
    if (types === undefined) return true
    // a document that disappears does not say its type
    if (result !== undefined && !types.has(result._type)) return false
    const passes = await load()
    if (passes === undefined) return true
    const matched = transition !== 'appear' && !outside.has(id)
    const matches = result !== undefined && (await passes(result))
    if (matches) outside.delete(id)
    else outside.add(id)
    return matched || matches
  }
}
