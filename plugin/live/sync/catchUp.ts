import {catchError, defer, filter, from, map, merge, mergeMap, tap} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../errors.ts'
import {fetchCatchUp, fetchSnapshot} from '../fetchWorkingSet.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

/** Emits the documents that are to be read anew, whenever no read is under way; those asked for meanwhile come after it. */
export function observeCatchUps(
  session: SyncSession,
  missed$: Observable<readonly string[]>,
): Observable<readonly string[]> {
  const {replica, catchUp$, wanted} = session
  return merge(catchUp$, missed$).pipe(
    tap((ids) => {
      for (const id of ids) wanted.add(id)
    }),
    filter(() => session.hasSnapshot && !replica.isPaused() && wanted.size > 0),
    map(() => {
      const ids = [...wanted]
      wanted.clear()
      return ids
    }),
  )
}

/** Reads what was missed, at one moment, in one request as a rule; the link stands and what is shown is kept. */
export function catchUp(session: SyncSession, ids: readonly string[]): Observable<SyncSignal> {
  const {replica, now, told} = session
  return defer(() => {
    const since = now()
    const order = replica.beginRead()
    return readMissed(session, ids).pipe(
      mergeMap((read): SyncSignal[] => {
        const {steps, suspects, passedOver, moved} = replica.finishRead(read, order)
        if (read.at !== undefined) session.clock.compare(read.at, since)
        session.agreedAt = since
        if (suspects.length > 0) session.repair$.next(suspects)
        return [
          told({type: 'steps', origin: 'repair', steps, since, passedOver, moved}),
          {type: 'verified'},
        ]
      }),
      // what still waits asks again at its next deadline, the rest with the next digest
      catchError((error: unknown) => {
        const steps = told({type: 'steps', origin: 'waiting', steps: replica.abandonRead()})
        return from<SyncSignal[]>([steps, {type: 'failed', error: toLiveError(error)}])
      }),
      tap({complete: () => session.catchUp$.next([])}),
    )
  })
}

function readMissed({port, bounds, replica, agreedAt, now}: SyncSession, ids: readonly string[]) {
  const age = now() - agreedAt
  // a clock that was set back does not tell how much may be missing
  if (age < 0) return fetchSnapshot(port, bounds(), replica, now)
  return fetchCatchUp({port, bounds: bounds(), known: replica, age, ids})
}
