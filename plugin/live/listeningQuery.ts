import type {ClientPerspective, SanityClient} from '@sanity/client'
import {asyncScheduler, defer, finalize, merge, ReplaySubject, share, timer} from 'rxjs'
import type {Observable} from 'rxjs'
import {observeWake} from './browserSignals.ts'
import type {ConnectionEvent} from './keepListening.ts'
import {observeQuery} from './observeQuery.ts'
import type {QueryState} from './observeQuery.ts'
import {createLivePort, toLiveClient} from './port.ts'
import {createRelevance} from './queryRelevance.ts'
import {typesOfQuery} from './queryTypes.ts'
import {clientKey, sharedListenerOf, sharedOtherListenerOf} from './sharedListener.ts'
import {listenedTypes} from './workingSet.ts'

export interface ListeningQueryOptions {
  /** Default `published`. */
  perspective?: ClientPerspective
  apiVersion?: string
  /** Dotted name of the request in logs and usage reports. */
  tag?: string
}

export interface ListeningQuery {
  query: string
  params?: Readonly<Record<string, unknown>>
  options?: ListeningQueryOptions
}

/** Equal queries share one source for this long after the last one let go. */
const LINGER_MS = 2_000

const sources = new Map<string, Observable<QueryState>>()

export function queryKey({query, params = {}, options = {}}: ListeningQuery): string {
  return JSON.stringify([query, params, options])
}

/**
 * A GROQ query that is fed by the shared listener: it opens no connection of its own, except the one that all queries
 * on types outside the shop share. Equal queries share their fetches.
 */
export function observeListeningQuery(
  client: SanityClient,
  request: ListeningQuery,
): Observable<QueryState> {
  const key = `${clientKey(client)}|${queryKey(request)}`
  const known = sources.get(key)
  if (known !== undefined) return known
  const source = createSource(client, request).pipe(
    finalize(() => sources.delete(key)),
    share({
      connector: () => new ReplaySubject(1),
      resetOnRefCountZero: () => timer(LINGER_MS),
    }),
  )
  sources.set(key, source)
  return source
}

function createSource(client: SanityClient, request: ListeningQuery): Observable<QueryState> {
  const {query, params = {}, options = {}} = request
  const {perspective = 'published', apiVersion, tag = 'shop.query'} = options
  const types = typesOfQuery(query, params)
  const live = toLiveClient(client)
  const asked = apiVersion === undefined ? live : live.withConfig({apiVersion})
  return observeQuery({
    fetch: () => asked.observable.fetch<unknown>(query, {...params}, {perspective, tag}),
    connection$: listenersFor(client, types),
    mayChange: createRelevance({
      query,
      params,
      types,
      isPublishedOnly: perspective === 'published',
    }),
  })
}

const isListened = (type: string) => listenedTypes.includes(type)

/** Events of the shop's listener, of the one for all other types, or of both. */
function listenersFor(
  client: SanityClient,
  types: ReadonlySet<string> | undefined,
): Observable<ConnectionEvent> {
  return defer(() => {
    const port = createLivePort(client)
    const options = {wake$: observeWake(), scheduler: asyncScheduler}
    const all = types === undefined ? undefined : [...types]
    const readsShop = all === undefined || all.some(isListened)
    const readsOthers = all === undefined || !all.every(isListened)
    return merge(
      ...(readsShop ? [sharedListenerOf(client, port, listenedTypes, options)] : []),
      ...(readsOthers ? [sharedOtherListenerOf(client, port, listenedTypes, options)] : []),
    )
  })
}
