import type {ClientPerspective, SanityClient} from '@sanity/client'
import {asyncScheduler, defer, filter, finalize, from, merge, switchMap, takeUntil} from 'rxjs'
import type {Observable} from 'rxjs'
import {observeWake} from './browserSignals.ts'
import type {ConnectionEvent} from './keepListening.ts'
import {observeQuery} from './observeQuery.ts'
import type {QueryState} from './observeQuery.ts'
import {createLivePort, toLiveClient} from './port.ts'
import {lostEventsOf} from './lostEvents.ts'
import {observeRechecks} from './queryRechecks.ts'
import {createRelevance} from './queryRelevance.ts'
import type {QueryView} from './queryRelevance.ts'
import {readQuery} from './readQuery.ts'
import type {QueryReading} from './readQuery.ts'
import {clientKey, sharedListenerOf, sharedOtherListenerOf} from './sharedListener.ts'
import {shareWhileWanted} from './shareWhileWanted.ts'
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

/** The last answer is kept for this long after the last one let go: a remount shows it at once. */
const LINGER_MS = 2_000

const sources = new Map<string, Observable<QueryState>>()

export function queryKey({query, params = {}, options = {}}: ListeningQuery): string {
  return JSON.stringify([query, params, options])
}

/**
 * A GROQ query that is fed by the shared listener: it opens no connection of its own, except the one that all queries
 * on types outside the shop share. Equal queries share their fetches. When the last subscriber lets go, the request
 * under way is aborted and nothing more is asked.
 */
export function observeListeningQuery(
  client: SanityClient,
  request: ListeningQuery,
): Observable<QueryState> {
  const key = `${clientKey(client)}|${queryKey(request)}`
  const known = sources.get(key)
  if (known !== undefined) return known
  const source = shareWhileWanted(
    (isWanted$) =>
      createSource(client, request, isWanted$).pipe(finalize(() => sources.delete(key))),
    LINGER_MS,
  )
  sources.set(key, source)
  return source
}

function createSource(
  client: SanityClient,
  request: ListeningQuery,
  isWanted$: Observable<boolean>,
): Observable<QueryState> {
  const {query, params = {}, options = {}} = request
  const {perspective = 'published', apiVersion, tag = 'shop.query'} = options
  const live = toLiveClient(client)
  const asked = apiVersion === undefined ? live : live.withConfig({apiVersion})
  return defer(() => {
    const reading = readQuery(query, params)
    return observeQuery({
      fetch: () => asked.observable.fetch<unknown>(query, {...params}, {perspective, tag}),
      connection$: listenersFor(client, reading),
      mayChange: createRelevance({reading, view: viewOf(perspective)}),
      recheck$: observeRechecks({lostEvents$: lostEventsOf(client), wake$: observeWake()}),
      isWanted$,
    })
  })
}

function viewOf(perspective: ClientPerspective): QueryView {
  return perspective === 'published' || perspective === 'raw' ? perspective : 'overlaid'
}

const isListened = (type: string) => listenedTypes.includes(type)
const readsShop = ({types}: QueryReading) => types === undefined || [...types].some(isListened)
const readsOthers = ({types}: QueryReading) => types === undefined || ![...types].every(isListened)

/**
 * Events of the shop's listener, of the one for all other types, or of both. The shop's is listened to from the start:
 * it stands already as a rule, and what it tells while the query is being read is not lost.
 */
function listenersFor(
  client: SanityClient,
  reading: Promise<QueryReading>,
): Observable<ConnectionEvent> {
  return defer(() => {
    const port = createLivePort(client)
    const options = {wake$: observeWake(), scheduler: asyncScheduler}
    const reading$ = from(reading)
    const onlyOthers$ = reading$.pipe(filter((read) => !readsShop(read)))
    return merge(
      sharedListenerOf(client, port, listenedTypes, options).pipe(takeUntil(onlyOthers$)),
      reading$.pipe(
        filter(readsOthers),
        switchMap(() => sharedOtherListenerOf(client, port, listenedTypes, options)),
      ),
    )
  })
}
