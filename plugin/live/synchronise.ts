import {asyncScheduler, defer, merge, NEVER} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {ConnectionEvent} from './keepListening.ts'
import {createLakeClock} from './lakeClock.ts'
import type {LakeClock} from './lakeClock.ts'
import type {LivePort} from './port.ts'
import type {Replica} from './replica.ts'
import {compareDigests} from './sync/compareDigests.ts'
import {expireGaps} from './sync/expireGaps.ts'
import {loadSnapshots} from './sync/loadSnapshots.ts'
import {receiveEvents} from './sync/receiveEvents.ts'
import {repairDocuments} from './sync/repairDocuments.ts'
import {createSyncSession} from './sync/syncSession.ts'
import type {SyncSignal} from './sync/syncSignal.ts'
import type {WorkingSetBounds} from './workingSet.ts'

export interface SynchroniseOptions {
  replica: Replica
  /** Read anew before every snapshot and digest. */
  bounds: () => WorkingSetBounds
  /** Emits when the bounds have moved: the working set is fetched anew. */
  refetch$?: Observable<unknown>
  /** Emits when a digest is worth its request: focus, online. */
  wake$?: Observable<unknown>
  scheduler?: SchedulerLike
  /** Told what the lake's clock says. */
  clock?: Pick<LakeClock, 'compare' | 'measure'>
  /** Documents that someone else misses. */
  missed$?: Observable<readonly string[]>
  /** First digest after a snapshot, then every so often, ms. */
  digestAfter?: number
  digestEvery?: number
}

/**
 * Keeps a replica of the working set: snapshot on welcome and reset while events are buffered, events in the order of
 * their revisions, transactions together, what was missed read again as of one moment, digests to find what was lost.
 */
export function synchronise(
  port: LivePort,
  connection$: Observable<ConnectionEvent>,
  options: SynchroniseOptions,
): Observable<SyncSignal> {
  const {replica, bounds, scheduler = asyncScheduler, wake$ = NEVER, refetch$ = NEVER} = options
  const {clock = createLakeClock(() => scheduler.now())} = options
  const {missed$ = NEVER, digestAfter = 3_000, digestEvery = 60_000} = options
  return defer(() => {
    const session = createSyncSession({port, replica, bounds, scheduler, wake$, clock})
    const reads = {refetch$, missed$, digestAfter, digestEvery}
    // repairs, expiries, digests and snapshots listen before the first event can ask for them
    return merge(
      repairDocuments(session),
      expireGaps(session),
      compareDigests(session),
      loadSnapshots(session, reads),
      receiveEvents(connection$, session),
    )
  })
}
