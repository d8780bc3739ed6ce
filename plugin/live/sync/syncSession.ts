import {Subject} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {ConnectionEvent} from '../keepListening.ts'
import type {LakeClock} from '../lakeClock.ts'
import type {LivePort} from '../port.ts'
import type {Replica} from '../replica.ts'
import type {WorkingSetBounds} from '../workingSet.ts'
import type {SyncSignal} from './syncSignal.ts'

export interface SyncSessionOptions {
  port: LivePort
  replica: Replica
  bounds: () => WorkingSetBounds
  scheduler: SchedulerLike
  wake$: Observable<unknown>
  clock: Pick<LakeClock, 'compare' | 'measure'>
}

/** What the jobs of one subscription share: the replica, the clock, and the requests they make of each other. */
export function createSyncSession(options: SyncSessionOptions) {
  const {replica, scheduler} = options
  const deadline$ = new Subject<number | undefined>()

  /** A signal after which the replica may wait for something else. */
  const told = (signal: SyncSignal): SyncSignal => {
    deadline$.next(replica.nextDeadline())
    return signal
  }

  return {
    ...options,
    /** False until the first snapshot is in: before that there is nothing to repair or compare. */
    hasSnapshot: false,
    /** When what is held was last known to equal the lake, ms. */
    agreedAt: 0,
    /** Something was missed, these documents among it. */
    catchUp$: new Subject<readonly string[]>(),
    /** What is to be read anew with the next read. */
    wanted: new Set<string>(),
    /** Documents to read anew one by one, past the query index. */
    repair$: new Subject<readonly string[]>(),
    /** The link has turned: what it says beside mutations. */
    turns$: new Subject<ConnectionEvent>(),
    /** A snapshot is in. */
    synced$: new Subject<void>(),
    /** A digest is wanted. */
    digest$: new Subject<void>(),
    /** When the replica stops waiting for what is missing, ms. */
    deadline$,
    now: () => scheduler.now(),
    told,
  }
}

export type SyncSession = ReturnType<typeof createSyncSession>
