import {EMPTY, expand, from, map, mergeMap, of, reduce} from 'rxjs'
import type {Observable} from 'rxjs'
import type {LivePort, PageRequest} from './port.ts'
import type {RawDocument} from './wire.ts'
import {snapshotParts} from './workingSet.ts'
import type {SnapshotPart, WorkingSetBounds} from './workingSet.ts'

const PAGE_SIZE: Record<SnapshotPart, number> = {
  whole: 2_000,
  // a bill may have hundreds of lines
  dated: 500,
  balances: 2_000,
  entries: 2_000,
}
const DIGEST_PAGE_SIZE = 10_000
/** Ids stand in the request's address, which must not grow long. */
const READ_BATCH = 50
const BATCHES_AT_ONCE = 4
/** From then on reading everything in pages is cheaper than reading what differs. */
const TOO_DIFFERENT = 1_000

/** The documents that are there already, from an earlier visit or from before the link was lost. */
export interface KnownDocuments {
  size(): number
  get(id: string): RawDocument | undefined
}

/**
 * The whole working set by id. What is known in the lake's revision is not read again: a digest says what differs, and
 * only that is read, unless it is most of it.
 */
export function fetchSnapshot(
  port: LivePort,
  bounds: WorkingSetBounds,
  known: KnownDocuments,
): Observable<Map<string, RawDocument>> {
  if (known.size() === 0) return fetchAllDocuments(port, bounds)
  return fetchDigest(port, bounds).pipe(
    mergeMap((revisions) => {
      const differing = [...revisions].filter(([id, rev]) => known.get(id)?._rev !== rev)
      if (differing.length > TOO_DIFFERENT) return fetchAllDocuments(port, bounds)
      const ids = differing.map(([id]) => id)
      return readDocuments(port, ids).pipe(map((answers) => merged(revisions, answers, known)))
    }),
  )
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

type Answers = ReadonlyMap<string, RawDocument | undefined>

function readDocuments(port: LivePort, ids: readonly string[]): Observable<Answers> {
  const batches: string[][] = []
  for (let at = 0; at < ids.length; at += READ_BATCH) batches.push(ids.slice(at, at + READ_BATCH))
  return from(batches).pipe(
    mergeMap((batch) => port.getDocuments(batch), BATCHES_AT_ONCE),
    reduce((all: Map<string, RawDocument | undefined>, answers) => {
      for (const [id, document] of answers) all.set(id, document)
      return all
    }, new Map()),
  )
}

function merged(
  revisions: ReadonlyMap<string, string>,
  answers: Answers,
  known: KnownDocuments,
): Map<string, RawDocument> {
  const documents = new Map<string, RawDocument>()
  for (const id of revisions.keys()) {
    const document = answers.has(id) ? answers.get(id) : known.get(id)
    if (document !== undefined) documents.set(id, document)
  }
  return documents
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
