import {catchError, from, map, merge, mergeMap, of} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../errors.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

const REPAIR_BATCH = 50
const BATCHES_AT_ONCE = 4

/** Reads documents anew, strongly consistent, a batch a request; `requested$` are those that others ask for. */
export function repairDocuments(
  session: SyncSession,
  requested$: Observable<readonly string[]>,
): Observable<SyncSignal> {
  return merge(session.repair$, requested$).pipe(
    mergeMap((ids) => from(batchesOf(ids, REPAIR_BATCH))),
    mergeMap((ids) => repairBatch(session, ids), BATCHES_AT_ONCE),
  )
}

function repairBatch(
  {port, replica, now, told}: SyncSession,
  ids: readonly string[],
): Observable<SyncSignal> {
  const order = replica.order()
  const since = now()
  return port.getDocuments(ids).pipe(
    map((answers) => {
      const steps = replica.repair(answers, order)
      return told({type: 'steps', origin: 'repair', steps, since, ids})
    }),
    // the waiting events' next deadline, or the next digest, asks again
    catchError((error: unknown) => of<SyncSignal>({type: 'failed', error: toLiveError(error)})),
  )
}

function batchesOf<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = []
  for (let index = 0; index < items.length; index += size) {
    batches.push(items.slice(index, index + size))
  }
  return batches
}
