import {concat, defer, filter, map, merge, mergeMap, of, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import {fetchSnapshot} from '../fetchWorkingSet.ts'
import {catchUp, observeCatchUps} from './catchUp.ts'
import {requestDigests} from './compareDigests.ts'
import type {DigestTimes} from './compareDigests.ts'
import {probeAccess} from './probeAccess.ts'
import {persistently} from './persistently.ts'
import {isStart} from './receiveEvents.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

export interface LoadSnapshotsOptions extends DigestTimes {
  /** The bounds have moved. */
  refetch$: Observable<unknown>
  /** Someone else misses documents. */
  missed$: Observable<readonly string[]>
}

/**
 * The working set, fetched whole whenever the link starts anew or the bounds move, and caught up with when something was
 * missed; one read at a time, a whole one ends any other. After it the digests.
 */
export function loadSnapshots(
  session: SyncSession,
  {refetch$, missed$, ...digestTimes}: LoadSnapshotsOptions,
): Observable<SyncSignal> {
  const {turns$} = session
  const starts$ = turns$.pipe(filter((event) => isStart(event, session)))
  const wholes$ = merge(starts$, refetch$.pipe(filter(() => session.hasSnapshot)))
  const reads$ = merge(
    wholes$.pipe(map(() => loadPersistently(session))),
    observeCatchUps(session, missed$).pipe(map((ids) => catchUp(session, ids))),
  )
  // a resumed link may have lost something all the same, or the right to read it
  const resumed$ = turns$.pipe(filter(({type}) => type === 'welcomeback' && session.hasSnapshot))
  return merge(
    reads$.pipe(switchMap((read$) => read$)),
    merge(session.synced$, resumed$).pipe(
      switchMap(() =>
        merge(requestDigests(session, digestTimes), probeAccess(session, digestTimes)),
      ),
    ),
  )
}

function loadPersistently(session: SyncSession): Observable<SyncSignal> {
  return concat(
    of<SyncSignal>({type: 'syncing'}),
    persistently(() => loadSnapshot(session), session),
  )
}

function loadSnapshot(session: SyncSession): Observable<SyncSignal> {
  const {port, replica, now, told} = session
  return defer(() => {
    const since = now()
    const order = replica.beginRead()
    const bounds = session.bounds()
    return fetchSnapshot(port, bounds, replica, now).pipe(
      mergeMap((read) => {
        const {steps, suspects, passedOver, moved} = replica.finishRead(read, order)
        if (read.at !== undefined) session.clock.compare(read.at, since)
        session.hasSnapshot = true
        session.agreedAt = since
        session.synced$.next()
        if (suspects.length > 0) session.repair$.next(suspects)
        return of(told({type: 'steps', origin: 'snapshot', steps, since, passedOver, moved}), {
          type: 'synced' as const,
          since,
          bounds,
        })
      }),
    )
  })
}
