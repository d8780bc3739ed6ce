import {catchError, concat, defer, ignoreElements, merge, of, take, timer} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../errors.ts'
import {retryDelay} from '../keepListening.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

/** Tries again with back-off, or at once when woken, until it succeeds; each failure is told. */
export function persistently(
  attempt: () => Observable<SyncSignal>,
  {scheduler, wake$}: Pick<SyncSession, 'scheduler' | 'wake$'>,
): Observable<SyncSignal> {
  let failures = 0
  return defer(attempt).pipe(
    catchError((cause: unknown, again) => {
      const error = toLiveError(cause)
      failures += 1
      const pause$ = merge(timer(retryDelay(error, failures), scheduler), wake$).pipe(
        take(1),
        ignoreElements(),
      )
      return concat(of<SyncSignal>({type: 'failed', error}), pause$, again)
    }),
  )
}
