import {distinctUntilChanged, EMPTY, ignoreElements, map, switchMap, tap, timer} from 'rxjs'
import type {Observable} from 'rxjs'
import type {SyncSession} from './syncSession.ts'

/** At the replica's deadlines: has what is missing read anew. */
export function expireGaps({
  replica,
  deadline$,
  catchUp$,
  now,
  scheduler,
}: SyncSession): Observable<never> {
  return deadline$.pipe(
    distinctUntilChanged(),
    switchMap((at) =>
      at === undefined ? EMPTY : timer(Math.max(0, at - now()), scheduler).pipe(map(() => at)),
    ),
    tap((at) => {
      // timers may be some ms early: nothing would be late then, and the same deadline is not set twice
      const ids = replica.takeLate(Math.max(at, now()))
      deadline$.next(replica.nextDeadline())
      if (ids.length > 0) catchUp$.next(ids)
    }),
    ignoreElements(),
  )
}
