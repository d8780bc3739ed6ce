import {catchError, defer, EMPTY, exhaustMap, filter, forkJoin, mergeMap, of, timer} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError, unreadableError} from '../errors.ts'
import type {DigestTimes} from './compareDigests.ts'
import {digestRest} from './compareDigests.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

/**
 * Asks every `digestEvery` ms whether the lake still answers this account: a stream that stands does not end with the
 * right to read. Where digests come as often they tell, and nothing is asked.
 */
export function probeAccess(
  session: SyncSession,
  {digestEvery}: Pick<DigestTimes, 'digestEvery'>,
): Observable<SyncSignal> {
  const {replica, scheduler} = session
  let isRefused = false
  return timer(digestEvery, digestEvery, scheduler).pipe(
    filter(() => !replica.isPaused() && digestRest(session, digestEvery) > digestEvery),
    exhaustMap(() =>
      askForAccess(session).pipe(
        mergeMap(() => {
          // that it answers again says nothing of what was missed meanwhile
          if (isRefused) session.digest$.next()
          isRefused = false
          return EMPTY
        }),
        catchError((cause: unknown) => {
          const error = toLiveError(cause)
          if (error.code !== 'unauthorized') return EMPTY
          isRefused = true
          return of<SyncSignal>({type: 'failed', error})
        }),
      ),
    ),
  )
}

function askForAccess({port}: SyncSession): Observable<unknown> {
  return defer(() => forkJoin([port.fetchClock(), port.mayRead()])).pipe(
    mergeMap(([, mayRead]) => {
      if (!mayRead) throw unreadableError()
      return of(undefined)
    }),
  )
}
