import {concat, defer, filter, from, map, merge, mergeMap, of, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import {observeIdle} from '../browserSignals.ts'
import {fetchSnapshot, fetchWidened} from '../fetchWorkingSet.ts'
import type {ConnectionEvent} from '../keepListening.ts'
import type {WorkingSetRead} from '../replica.ts'
import type {WorkingSetBounds} from '../workingSet.ts'
import {catchUp, observeCatchUps} from './catchUp.ts'
import {requestDigests} from './compareDigests.ts'
import type {DigestTimes} from './compareDigests.ts'
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
  events$: Observable<ConnectionEvent>,
  session: SyncSession,
  {refetch$, missed$, ...digestTimes}: LoadSnapshotsOptions,
): Observable<SyncSignal> {
  const starts$ = events$.pipe(filter((event) => isStart(event, session)))
  const wholes$ = merge(starts$, refetch$.pipe(filter(() => session.hasSnapshot)))
  const reads$ = merge(
    wholes$.pipe(map(() => loadPersistently(session))),
    observeCatchUps(session, missed$).pipe(map((ids) => catchUp(session, ids))),
  )
  // a resumed link may have lost something all the same, or the right to read it
  const resumed$ = events$.pipe(filter(({type}) => type === 'welcomeback' && session.hasSnapshot))
  return merge(
    reads$.pipe(switchMap((read$) => read$)),
    merge(session.synced$, resumed$).pipe(switchMap(() => requestDigests(session, digestTimes))),
  )
}

function loadPersistently(session: SyncSession): Observable<SyncSignal> {
  return concat(
    of<SyncSignal>({type: 'syncing'}),
    persistently(() => loadSnapshot(session), session),
  )
}

/** A first visit reads in two steps, so that the figures of the day need not wait for the days before. */
function loadSnapshot(session: SyncSession): Observable<SyncSignal> {
  const {port, replica, now} = session
  return defer(() => {
    const bounds = session.bounds()
    const opening = replica.size() === 0 ? session.opening() : undefined
    if (opening === undefined) return loadWhole(session, bounds)
    return readOnce(session, opening, fetchSnapshot(port, opening, replica, now)).pipe(
      mergeMap(({read, since, steps}) =>
        concat(
          from<SyncSignal[]>([steps, {type: 'opened', since}]),
          // what is read next would keep the page from showing what is there
          observeIdle().pipe(mergeMap(() => widen(session, bounds, opening, read.at))),
        ),
      ),
    )
  })
}

/** What has been read is kept; when the rest cannot be read, the next attempt finds out what is missing. */
function widen(
  session: SyncSession,
  bounds: WorkingSetBounds,
  narrow: WorkingSetBounds,
  at: number | undefined,
): Observable<SyncSignal> {
  const {port, replica: known} = session
  if (at === undefined) return loadWhole(session, bounds)
  return finishLoading(session, bounds, fetchWidened({port, bounds, narrow, known, since: at}))
}

function loadWhole(session: SyncSession, bounds: WorkingSetBounds): Observable<SyncSignal> {
  return finishLoading(
    session,
    bounds,
    fetchSnapshot(session.port, bounds, session.replica, session.now),
  )
}

function finishLoading(
  session: SyncSession,
  bounds: WorkingSetBounds,
  read$: Observable<WorkingSetRead>,
): Observable<SyncSignal> {
  return readOnce(session, bounds, read$).pipe(
    mergeMap(({since, steps}) => {
      session.hasSnapshot = true
      session.agreedAt = since
      session.synced$.next()
      return from<SyncSignal[]>([steps, {type: 'synced', since}])
    }),
  )
}

/** Events wait while it is read; then it replaces everything in one step. */
function readOnce(
  session: SyncSession,
  bounds: WorkingSetBounds,
  read$: Observable<WorkingSetRead>,
) {
  const {replica, now, told} = session
  return defer(() => {
    const since = now()
    const order = replica.beginRead()
    return read$.pipe(
      map((read) => {
        const {steps, suspects} = replica.finishRead(read, order)
        if (read.at !== undefined) session.clock.compare(read.at, since)
        if (suspects.length > 0) session.repair$.next(suspects)
        return {
          read,
          since,
          steps: told({type: 'steps', origin: 'snapshot', steps, since, bounds}),
        }
      }),
    )
  })
}
