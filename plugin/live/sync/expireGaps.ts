import {distinctUntilChanged, EMPTY, mergeMap, switchMap, timer} from 'rxjs'
import type {Observable} from 'rxjs'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

/** At the replica's deadlines: applies what can be applied and has the rest repaired. */
export function expireGaps(session: SyncSession): Observable<SyncSignal> {
  const {deadline$, now, scheduler} = session
  return deadline$.pipe(
    distinctUntilChanged(),
    switchMap((at) => (at === undefined ? EMPTY : timer(Math.max(0, at - now()), scheduler))),
    mergeMap(() => expire(session)),
  )
}

function expire({replica, repair$, digest$, now, eventSteps}: SyncSession): SyncSignal[] {
  const {steps, repairs, isIncomplete} = replica.expire(now())
  if (repairs.length > 0) repair$.next(repairs)
  if (isIncomplete) digest$.next()
  return eventSteps(steps)
}
