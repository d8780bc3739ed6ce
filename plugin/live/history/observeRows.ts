import type {SanityClient} from '@sanity/client'
import {asyncScheduler, defer, map, mergeMap, of} from 'rxjs'
import type {Observable} from 'rxjs'
import {observeWake} from '../browserSignals.ts'
import {publishedIdOf} from '../draftIndex.ts'
import type {LiveError} from '../errors.ts'
import {lostEventsOf} from '../lostEvents.ts'
import {observeQuery} from '../observeQuery.ts'
import {createLivePort, toLiveClient} from '../port.ts'
import {observeRechecks} from '../queryRechecks.ts'
import {sharedListenerOf} from '../sharedListener.ts'
import {isRawDocument} from '../wire.ts'
import type {MutationEvent, RawDocument} from '../wire.ts'
import {listenedTypes} from '../workingSet.ts'

export interface RowsQuery {
  type: string
  query: string
  /** Read anew for each request. */
  params: () => Readonly<Record<string, unknown>>
  /** Whether a document of the type is in the result by what it is now. Never false when the query would find it. */
  holds: (document: RawDocument) => boolean
}

export interface Rows {
  /** The last answer; `undefined` until there is one. */
  rows: readonly RawDocument[] | undefined
  /** The parameters that it answers. */
  params: Readonly<Record<string, unknown>>
  error: LiveError | undefined
}

/**
 * Published documents of one type that a query finds, up to date. Only an event of a document that is among them, or
 * that is to be among them, asks again.
 */
export function observeRows(client: SanityClient, query: RowsQuery): Observable<Rows> {
  return defer(() => {
    const relevance = createRowsRelevance(query)
    const live = toLiveClient(client)
    const ask = (): Observable<Answer> =>
      defer(() => {
        const params = query.params()
        relevance.asked()
        return live.observable
          .fetch<unknown>(query.query, {...params}, {perspective: 'published', tag: 'shop.history'})
          .pipe(map((answer) => ({rows: rowsOf(answer), params})))
      }).pipe(mergeMap((answer) => (relevance.answered(answer.rows) ? of(answer) : ask())))
    return observeQuery({
      fetch: ask,
      connection$: sharedListenerOf(client, createLivePort(client), listenedTypes, {
        wake$: observeWake(),
        scheduler: asyncScheduler,
      }),
      recheck$: observeRechecks({lostEvents$: lostEventsOf(client), wake$: observeWake()}),
      mayChange: (event) => Promise.resolve(relevance.mayChange(event)),
    }).pipe(map(({data = unanswered, error}) => ({...data, error})))
  })
}

interface Answer {
  rows: readonly RawDocument[]
  params: Readonly<Record<string, unknown>>
}

const unanswered = {rows: undefined, params: {}}

const rowsOf = (answer: unknown): RawDocument[] =>
  Array.isArray(answer) ? answer.filter(isRawDocument) : []

/** Knows which documents are in the result, so that it needs no word on what an event's document was before. */
function createRowsRelevance({type, holds}: RowsQuery) {
  let held: ReadonlySet<string> = new Set()
  // documents that cannot be in the result any more, since a request was sent whose answer may still hold them
  let left: Set<string> | undefined

  return {
    asked: (): void => {
      left = new Set()
    },
    /** `false` for an answer that may be older than an event. */
    answered(rows: readonly RawDocument[]): boolean {
      const gone = left
      held = new Set(rows.map(({_id}) => _id))
      left = undefined
      return !rows.some(({_id}) => gone?.has(_id))
    },
    mayChange({documentId: id, result}: MutationEvent): boolean {
      if (publishedIdOf(id) !== undefined) return false
      if (result?._type === type && holds(result)) return true
      left?.add(id)
      return held.has(id)
    },
  }
}
