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

/** The whole working set by id, page by page (`_id > last`), so that no answer grows with the shop. */
export function fetchSnapshot(
  port: LivePort,
  bounds: WorkingSetBounds,
): Observable<Map<string, RawDocument>> {
  return fetchParts(
    (part) => ({part, bounds, after: '', limit: PAGE_SIZE[part]}),
    (request) => port.fetchPage(request),
    (document) => document._id,
  ).pipe(map((documents) => new Map(documents.map((document) => [document._id, document]))))
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
