import {catchError, from, map, mergeMap, of} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../errors.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

const REPAIR_BATCH = 50
const BATCHES_AT_ONCE = 4

/** Reads documents anew, past the query index, a batch a request: what a query tells of them cannot be. */
export function repairDocuments(session: SyncSession): Observable<SyncSignal> {
  return session.repair$.pipe(
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
      const {steps, passedOver} = replica.repair(answers, order)
      const moved = steps[0]?.changes.length ?? 0
      return told({type: 'steps', origin: 'repair', steps, since, ids, passedOver, moved})
    }),
    // the next digest asks again
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
