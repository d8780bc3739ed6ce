import {defer, EMPTY, expand, forkJoin, from, map, mergeMap, of, reduce} from 'rxjs'
import type {MonoTypeOperatorFunction, Observable} from 'rxjs'
import {unreadableError} from './errors.ts'
import type {LivePort, PageRequest} from './port.ts'
import type {WorkingSetRead} from './replica.ts'
import {settleDocuments} from './settleDocuments.ts'
import type {RawDocument} from './wire.ts'
import {snapshotParts} from './workingSet.ts'
import type {SnapshotPart, WorkingSetBounds} from './workingSet.ts'

const PAGE_SIZE: Record<SnapshotPart, number> = {
  whole: 2_000,
  users: 5_000,
  // a bill may have hundreds of lines
  dated: 1_000,
  balances: 2_000,
  payments: 2_000,
  entries: 2_000,
}
const DIGEST_PAGE_SIZE = 10_000
/** From then on reading everything in pages is cheaper than reading what differs. */
const TOO_DIFFERENT = 1_000

/** The documents that are there already, from an earlier visit or from before the link was lost. */
export interface KnownDocuments {
  size(): number
  get(id: string): RawDocument | undefined
  documents(): Iterable<RawDocument>
}

/**
 * The whole working set by id, as of one moment. What is known in the lake's revision is not read again: a digest says
 * what differs, and only that is read, unless it is most of it.
 */
export function fetchSnapshot(
  port: LivePort,
  bounds: WorkingSetBounds,
  known: KnownDocuments,
  now: () => number,
): Observable<WorkingSetRead> {
  const fetchAnew = () =>
    fetchAllDocuments(port, bounds).pipe(map((documents) => ({documents, ids: []})))
  const parts$ = known.size() === 0 ? fetchAnew() : fetchDiffering(port, bounds, known, fetchAnew)
  return forkJoin([fetchStart(port, now), parts$]).pipe(
    mergeMap(([since, parts]) => settleDocuments({port, bounds, since, ...parts})),
    requireReadable(port),
  )
}

interface SnapshotParts {
  documents: Map<string, RawDocument>
  /** To be read yet. */
  ids: readonly string[]
}

function fetchDiffering(
  port: LivePort,
  bounds: WorkingSetBounds,
  known: KnownDocuments,
  fetchAnew: () => Observable<SnapshotParts>,
): Observable<SnapshotParts> {
  return fetchDigest(port, bounds).pipe(
    mergeMap((revisions) => {
      const ids = [...revisions.keys()].filter((id) => known.get(id)?._rev !== revisions.get(id))
      if (ids.length > TOO_DIFFERENT) return fetchAnew()
      return of({documents: keepKnown(known, (id) => revisions.has(id)), ids})
    }),
  )
}

/** This moment or a little earlier by the lake's clock, ms. */
function fetchStart(port: LivePort, now: () => number): Observable<number> {
  return defer(() => {
    const asked = now()
    return port.fetchClock().pipe(map((clock) => clock - Math.max(0, now() - asked)))
  })
}

export interface CatchUpRequest {
  port: LivePort
  bounds: WorkingSetBounds
  known: KnownDocuments
  /** Since when something may have been missed, ms ago. */
  age: number
  /** What has certainly been missed. */
  ids: readonly string[]
}

/** The whole working set as of one moment, when at most what was written lately is missing. */
export function fetchCatchUp(request: CatchUpRequest): Observable<WorkingSetRead> {
  const {port, bounds, known, age, ids} = request
  const documents = keepKnown(known, () => true)
  return port.fetchClock().pipe(
    mergeMap((clock) => settleDocuments({port, bounds, documents, since: clock - age, ids})),
    requireReadable(port),
  )
}

/** A lake shows those who may read nothing an empty shop instead of a refusal. */
function requireReadable(port: LivePort): MonoTypeOperatorFunction<WorkingSetRead> {
  return mergeMap((read) => {
    if (read.documents.size > 0) return of(read)
    return port.mayRead().pipe(
      map((mayRead) => {
        if (!mayRead) throw unreadableError()
        return read
      }),
    )
  })
}

function keepKnown(
  known: KnownDocuments,
  isKept: (id: string) => boolean,
): Map<string, RawDocument> {
  const kept = new Map<string, RawDocument>()
  for (const document of known.documents()) {
    if (isKept(document._id)) kept.set(document._id, document)
  }
  return kept
}

/** `_id` → `_rev` of the working set. */
export function fetchDigest(
  port: LivePort,
  bounds: WorkingSetBounds,
): Observable<Map<string, string>> {
  return fetchParts(
    (part) => ({part, bounds, after: '', limit: DIGEST_PAGE_SIZE}),
    (request) => port.fetchRevisions(request),
    (revision) => revision.id,
  ).pipe(map((revisions) => new Map(revisions.map(({id, revision}) => [id, revision]))))
}

/** Page by page (`_id > last`), so that no answer grows with the shop. */
function fetchAllDocuments(
  port: LivePort,
  bounds: WorkingSetBounds,
): Observable<Map<string, RawDocument>> {
  return fetchParts(
    (part) => ({part, bounds, after: '', limit: PAGE_SIZE[part]}),
    (request) => port.fetchPage(request),
    (document) => document._id,
  ).pipe(map((documents) => new Map(documents.map((document) => [document._id, document]))))
}

function fetchParts<T>(
  firstRequest: (part: SnapshotPart) => PageRequest,
  fetchOne: (request: PageRequest) => Observable<readonly T[]>,
  idOf: (item: T) => string,
): Observable<T[]> {
  return from(snapshotParts).pipe(
    mergeMap((part) => fetchAll(firstRequest(part), fetchOne, idOf)),
    reduce((all: T[], page) => {
      for (const item of page) all.push(item)
      return all
    }, []),
  )
}

function fetchAll<T>(
  first: PageRequest,
  fetchOne: (request: PageRequest) => Observable<readonly T[]>,
  idOf: (item: T) => string,
): Observable<readonly T[]> {
  const fetchNext = (request: PageRequest) =>
    fetchOne(request).pipe(map((page) => ({request, page})))
  return fetchNext(first).pipe(
    expand(({request, page}) => {
      const last = page.at(-1)
      if (last === undefined || page.length < request.limit) return EMPTY
      return fetchNext({...request, after: idOf(last)})
    }),
    mergeMap(({page}) => of(page)),
  )
}
