import type {ResumableListenOptions, SanityClient} from '@sanity/client'
import {catchError, defer, filter, map, of, throwError} from 'rxjs'
import type {Observable} from 'rxjs'
import type {Headline} from '../domain/headline.ts'
import {toLiveError} from './errors.ts'
import {headlineOfLake, headlineParams, headlineQuery} from './headline/headlineOfLake.ts'
import type {HeadlineRequest} from './headline/headlineOfLake.ts'
import {toHeld, userRowProjection} from './userRow.ts'
import {isRawDocument, isRecord, parseWireEvent} from './wire.ts'
import type {RawDocument, WireEvent} from './wire.ts'
import {countOfAll, filterOfAll, filterOfPart, paramsOfAll, paramsOfPart} from './workingSet.ts'
import type {SnapshotPart, WorkingSetBounds} from './workingSet.ts'

export interface PageRequest {
  part: SnapshotPart
  bounds: WorkingSetBounds
  /** The last `_id` of the page before; `''` for the first. */
  after: string
  limit: number
}

export interface Revision {
  id: string
  revision: string
}

export interface ChangesRequest {
  bounds: WorkingSetBounds
  /** Documents written since then, ISO UTC by the lake's own clock… */
  since: string
  /** …and these, whenever they were written. */
  ids: readonly string[]
  /** With the revisions of the whole working set. */
  isFull: boolean
}

/** All of it as of one moment: one query answers from one state of the lake. */
export interface Changes {
  /** The moment by the lake's clock, ms. */
  at: number | undefined
  documents: readonly RawDocument[]
  /** How many documents the working set has. */
  count: number
  /** Of a full request only. */
  revisions: readonly Revision[] | undefined
}

/** All that the live layer needs of a lake; errors are `LiveError`s. */
export interface LivePort {
  /** Every event of documents of `types`, drafts and versions included. */
  listen(types: readonly string[]): Observable<WireEvent>
  /** Every event of documents of any other type. */
  listenToOthers(types: readonly string[]): Observable<WireEvent>
  /** Documents as they are held (`toHeld`) in the order of their ids, drafts and versions included. */
  fetchPage(request: PageRequest): Observable<readonly RawDocument[]>
  /** As `fetchPage`, but ids and revisions only. */
  fetchRevisions(request: PageRequest): Observable<readonly Revision[]>
  /** What the lake's own clock says, ms. */
  fetchClock(): Observable<number>
  fetchChanges(request: ChangesRequest): Observable<Changes>
  /** What the tiles say, in one small answer; `undefined` when something of it is malformed. */
  fetchHeadline(request: HeadlineRequest): Observable<Headline | undefined>
  /** Which of these numbers of a series a bill or credit note carries. */
  fetchSequences(series: string, sequences: readonly number[]): Observable<readonly number[]>
  /** Whether the grants let anything be read; true when the lake does not tell. */
  mayRead(): Observable<boolean>
  /** Strongly consistent; `undefined` where there is none. */
  getDocuments(ids: readonly string[]): Observable<ReadonlyMap<string, RawDocument | undefined>>
}

// `includeAllVersions` and the `raw` perspective need this version or a later one
const API_VERSION = '2025-02-19'

const listenOptions: ResumableListenOptions = {
  events: ['welcome', 'welcomeback', 'reset', 'reconnect', 'mutation'],
  includeResult: true,
  includeMutations: false,
  includeAllVersions: true,
  visibility: 'query',
  enableResume: true,
  tag: 'shop.live.listen',
}

/** The client as the live layer uses it: uncached, all perspectives, one API version. */
export function toLiveClient(client: SanityClient): SanityClient {
  return client.withConfig({
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'raw',
    resultSourceMap: false,
    stega: false,
  })
}

export function createLivePort(sanityClient: SanityClient): LivePort {
  const client = toLiveClient(sanityClient)
  const query = (groq: string, params: Record<string, unknown>, tag: string) =>
    client.observable
      .fetch<unknown>(groq, params, {tag, perspective: 'raw'})
      .pipe(catchError((error: unknown) => throwError(() => toLiveError(error))))
  const listen = (groq: string, types: readonly string[]): Observable<WireEvent> =>
    defer(() => client.listen(groq, {types: [...types]}, listenOptions)).pipe(
      map((event: unknown) => parseWireEvent(event)),
      filter((event) => event !== undefined),
      map(withHeldResult),
      catchError((error: unknown) => throwError(() => toLiveError(error))),
    )
  return {
    listen: (types) => listen('*[_type in $types]', types),
    listenToOthers: (types) => listen('*[!(_type in $types)]', types),
    fetchPage: (request) =>
      query(
        pageQuery(request, request.part === 'users' ? userRowProjection : ''),
        pageParams(request),
        'shop.live.snapshot',
      ).pipe(map(toHeldDocuments)),
    fetchRevisions: (request) =>
      query(pageQuery(request, '{_id, _rev}'), pageParams(request), 'shop.live.digest').pipe(
        map((answer) => listOf(answer).flatMap(toRevision)),
      ),
    fetchClock: () =>
      query('now()', {}, 'shop.live.clock').pipe(map((answer) => Date.parse(String(answer)))),
    fetchChanges: (request) =>
      query(changesQuery(request), changesParams(request), 'shop.live.changes').pipe(
        map((answer) => toChanges(answer)),
      ),
    fetchHeadline: (request) => {
      const options = {tag: 'shop.live.headline', perspective: 'published' as const}
      return client.observable
        .fetch<unknown>(headlineQuery, headlineParams(request), options)
        .pipe(map((answer) => headlineOfLake(answer, request)))
    },
    fetchSequences: (series, sequences) =>
      query(sequencesQuery, {series, sequences}, 'shop.live.proof').pipe(
        map((answer) => listOf(answer).filter((one) => typeof one === 'number')),
      ),
    mayRead: () => {
      const {projectId, dataset} = client.config()
      const url = `/projects/${projectId}/datasets/${dataset}/acl`
      return client.observable.request<unknown>({url, tag: 'shop.live.access'}).pipe(
        map((grants) => !Array.isArray(grants) || grants.some(isReadGrant)),
        catchError(() => of(true)),
      )
    },
    getDocuments: (ids) =>
      defer(() => client.observable.getDocuments([...ids], {tag: 'shop.live.repair'})).pipe(
        map((documents) => toAnswers(ids, documents)),
        catchError((error: unknown) => throwError(() => toLiveError(error))),
      ),
  }
}

// by the published perspective's rule: a draft of a paper is none
const sequencesQuery =
  '*[_type in ["bill", "creditNote"] && series == $series && sequence in $sequences && ' +
  '!(_id in path("drafts.**"))].sequence'

function pageQuery({part}: PageRequest, projection: string): string {
  return `*[${filterOfPart[part]} && _id > $after] | order(_id) [0...$limit]${projection}`
}

function pageParams({part, bounds, after, limit}: PageRequest) {
  return {...paramsOfPart(part, bounds), after, limit}
}

// in one query, so that nothing can be written between its parts
function changesQuery({ids, isFull}: ChangesRequest): string {
  const wanted = ids.length === 0 ? '_updatedAt > $since' : '(_updatedAt > $since || _id in $ids)'
  const documents = `"at": now(), "documents": *[${wanted} && (${filterOfAll})]`
  if (isFull) return `{${documents}, "revisions": *[${filterOfAll}]{_id, _rev}}`
  return `{${documents}, "count": ${countOfAll}}`
}

function changesParams({bounds, since, ids}: ChangesRequest) {
  return {...paramsOfAll(bounds), since, ...(ids.length === 0 ? {} : {ids})}
}

function toChanges(answer: unknown): Changes {
  const {at, documents, count, revisions} = isRecord(answer) ? answer : {}
  const all = Array.isArray(revisions) ? revisions.flatMap(toRevision) : undefined
  return {
    at: typeof at === 'string' ? Date.parse(at) : undefined,
    documents: toHeldDocuments(documents),
    count: all?.length ?? (typeof count === 'number' ? count : 0),
    revisions: all,
  }
}

function isReadGrant(grant: unknown): boolean {
  return isRecord(grant) && Array.isArray(grant.permissions) && grant.permissions.includes('read')
}

function toHeldDocuments(answer: unknown): RawDocument[] {
  return listOf(answer).filter(isRawDocument).map(toHeld)
}

function withHeldResult(event: WireEvent): WireEvent {
  if (event.type !== 'mutation' || event.result?._type !== 'user') return event
  return {...event, result: toHeld(event.result)}
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function toRevision(value: unknown): Revision[] {
  if (!isRecord(value) || typeof value._id !== 'string' || typeof value._rev !== 'string') return []
  return [{id: value._id, revision: value._rev}]
}

function toAnswers(ids: readonly string[], documents: unknown) {
  const answers = new Map<string, RawDocument | undefined>(ids.map((id) => [id, undefined]))
  for (const document of toHeldDocuments(documents)) answers.set(document._id, document)
  return answers
}
