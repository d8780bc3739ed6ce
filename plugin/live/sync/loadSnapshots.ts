import {concat, defer, filter, merge, mergeMap, of, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import {fetchSnapshot} from '../fetchWorkingSet.ts'
import type {ConnectionEvent} from '../keepListening.ts'
import {requestDigests} from './compareDigests.ts'
import type {DigestTimes} from './compareDigests.ts'
import {persistently} from './persistently.ts'
import {isStart} from './receiveEvents.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

export interface LoadSnapshotsOptions extends DigestTimes {
  /** The bounds have moved. */
  refetch$: Observable<unknown>
}

/** The working set, fetched whole whenever the link starts anew or the bounds move; after it the digests. */
export function loadSnapshots(
  events$: Observable<ConnectionEvent>,
  session: SyncSession,
  {refetch$, ...digestTimes}: LoadSnapshotsOptions,
): Observable<SyncSignal> {
  const starts$ = events$.pipe(filter((event) => isStart(event, session)))
  return merge(starts$, refetch$.pipe(filter(() => session.hasSnapshot))).pipe(
    switchMap(() =>
      concat(
        of<SyncSignal>({type: 'syncing'}),
        persistently(() => loadSnapshot(session), session),
        requestDigests(session, digestTimes),
      ),
    ),
  )
}

function loadSnapshot(session: SyncSession): Observable<SyncSignal> {
  const {port, replica, told} = session
  return defer(() => {
    const since = session.now()
    replica.beginSnapshot()
    const bounds = session.bounds()
    return fetchSnapshot(port, bounds, replica).pipe(
      mergeMap((documents) => {
        const {steps, suspects} = replica.finishSnapshot(documents)
        session.hasSnapshot = true
        if (suspects.length > 0) session.repair$.next(suspects)
        return of(told({type: 'steps', origin: 'snapshot', steps, since}), {
          type: 'synced' as const,
          since,
          bounds,
        })
      }),
    )
  })
}
