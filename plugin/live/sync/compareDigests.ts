import {
  catchError,
  concat,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  forkJoin,
  ignoreElements,
  merge,
  mergeMap,
  of,
  repeat,
  tap,
  throttleTime,
  timer,
} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../errors.ts'
import {fetchDigest} from '../fetchWorkingSet.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

export interface DigestTimes {
  /** First digest after a snapshot, ms. */
  digestAfter: number
  /** Then every so often, ms. */
  digestEvery: number
}

const WAKE_DIGEST_PAUSE = 5_000
const DIGEST_MS_PER_DOCUMENT = 5

/** Asks for a digest soon and then again and again: it costs as much as there are documents, so the more, the rarer. */
export function requestDigests(
  session: SyncSession,
  {digestAfter, digestEvery}: DigestTimes,
): Observable<never> {
  const {digest$, scheduler} = session
  const later$ = defer(() => timer(digestRest(session, digestEvery), scheduler)).pipe(repeat())
  return concat(timer(digestAfter, scheduler), later$).pipe(
    tap(() => digest$.next()),
    ignoreElements(),
  )
}

/** Between two digests, ms. */
export function digestRest({replica}: SyncSession, digestEvery: number): number {
  return Math.max(digestEvery, replica.size() * DIGEST_MS_PER_DOCUMENT)
}

/**
 * Compares all revisions with the lake's whenever asked or woken; what differs is caught up with. Who asks while one is
 * under way, or while what was missed is read, gets another after it: what is asked about may have come after the answer.
 */
export function compareDigests(session: SyncSession): Observable<SyncSignal> {
  const {catchUp$, digest$, replica, scheduler, wake$, wanted} = session
  const pause = {leading: true, trailing: true}
  const woken$ = wake$.pipe(throttleTime(WAKE_DIGEST_PAUSE, scheduler, pause))
  let isAsked = false
  const compare$ = defer(() => {
    isAsked = false
    return compareDigest(session)
  })
  const asked$ = merge(digest$, woken$).pipe(
    filter(() => session.hasSnapshot),
    tap(() => {
      isAsked = true
    }),
  )
  // with no documents it tells that a read of what was missed has ended
  const free$ = catchUp$.pipe(filter((ids) => isAsked && ids.length === 0 && wanted.size === 0))
  return merge(asked$, free$).pipe(
    filter(() => !replica.isPaused()),
    exhaustMap(() => compare$.pipe(repeat({delay: () => (isAsked ? of(undefined) : EMPTY)}))),
  )
}

const readClock = ({port, clock, now}: SyncSession) =>
  defer(() => {
    const asked = now()
    return port.fetchClock().pipe(tap((at) => clock.measure(at, asked, now())))
  })

function compareDigest(session: SyncSession): Observable<SyncSignal> {
  const {port, replica, catchUp$, bounds, clock, now} = session
  const order = replica.order()
  const since = now()
  return forkJoin([fetchDigest(port, bounds()), readClock(session)]).pipe(
    mergeMap(([revisions, at]): SyncSignal[] => {
      clock.compare(at, since)
      const differing = replica.differing(revisions, order)
      if (differing.length > 0) {
        catchUp$.next(differing)
        return []
      }
      session.agreedAt = since
      return [{type: 'verified'}]
    }),
    catchError((error: unknown) => of<SyncSignal>({type: 'failed', error: toLiveError(error)})),
  )
}
