import {mergeMap, of} from 'rxjs'
import type {Observable} from 'rxjs'
import type {Changes, LivePort} from './port.ts'
import type {WorkingSetRead} from './replica.ts'
import type {RawDocument} from './wire.ts'
import type {WorkingSetBounds} from './workingSet.ts'

type Documents = ReadonlyMap<string, RawDocument>

export interface SettleRequest {
  port: LivePort
  bounds: WorkingSetBounds
  /** What was read before, in parts, at different moments. */
  documents: Documents
  /** When the first part was read or before, by the lake's clock, ms. */
  since: number
  /** Documents to read again, whenever they were written. */
  ids?: readonly string[]
}

/** Queries are behind the commits. */
const MARGIN_MS = 15_000
/** More often than once the lake must be restored from a copy while it is read. */
const MAX_ROUNDS = 4

/**
 * Brings documents that were read one after the other to one moment, so that no transaction is in them by half: one
 * query reads again all that was written meanwhile and counts the whole. Only when the count tells that something
 * disappeared as well are all revisions asked for.
 */
export function settleDocuments(request: SettleRequest): Observable<WorkingSetRead> {
  const {ids = []} = request
  return readChanges(request, ids, false).pipe(
    mergeMap((changes) => {
      const merged = mergeChanges(request.documents, changes, ids)
      if (merged.size === changes.count) return of({documents: merged, at: changes.at})
      return settleFully(request, merged, ids, MAX_ROUNDS)
    }),
  )
}

function settleFully(
  request: SettleRequest,
  documents: Documents,
  ids: readonly string[],
  rounds: number,
): Observable<WorkingSetRead> {
  return readChanges(request, ids, true).pipe(
    mergeMap((changes) => {
      const merged = mergeChanges(documents, changes, ids)
      const revisions = new Map(changes.revisions?.map(({id, revision}) => [id, revision]))
      for (const id of merged.keys()) if (!revisions.has(id)) merged.delete(id)
      const missing = [...revisions].flatMap(([id, rev]) =>
        merged.get(id)?._rev === rev ? [] : [id],
      )
      if (missing.length === 0 || rounds === 0) return of({documents: merged, at: changes.at})
      return settleFully(request, merged, [...new Set([...ids, ...missing])], rounds - 1)
    }),
  )
}

function readChanges(
  {port, bounds, since}: SettleRequest,
  ids: readonly string[],
  isFull: boolean,
): Observable<Changes> {
  return port.fetchChanges({
    bounds,
    ids,
    isFull,
    since: new Date(since - MARGIN_MS).toISOString(),
  })
}

function mergeChanges(
  documents: Documents,
  changes: Changes,
  ids: readonly string[],
): Map<string, RawDocument> {
  const merged = new Map(documents)
  for (const id of ids) merged.delete(id)
  for (const document of changes.documents) merged.set(document._id, document)
  return merged
}
