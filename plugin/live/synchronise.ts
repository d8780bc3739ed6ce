import {
  asyncScheduler,
  catchError,
  concat,
  connect,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  filter,
  from,
  ignoreElements,
  map,
  merge,
  mergeMap,
  NEVER,
  of,
  repeat,
  Subject,
  switchMap,
  take,
  tap,
  throttleTime,
  timer,
} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import {toLiveError} from './errors.ts'
import type {LiveError} from './errors.ts'
import {fetchDigest, fetchSnapshot} from './fetchWorkingSet.ts'
import {retryDelay} from './keepListening.ts'
import type {ConnectionEvent} from './keepListening.ts'
import type {LivePort} from './port.ts'
import type {Replica, Step} from './replica.ts'
import type {WorkingSetBounds} from './workingSet.ts'

/** What the synchronisation tells the store. */
export type SyncSignal =
  /** Steps of documents, in order. */
  | {type: 'steps'; origin: 'event'; steps: readonly Step[]}
  /** Documents (all, or these `ids`) were read after `since` (ms): what was committed before is in the steps. */
  | {
      type: 'steps'
      origin: 'snapshot' | 'repair'
      steps: readonly Step[]
      since: number
      ids?: readonly string[]
    }
  | {type: 'event'}
  | {type: 'linked'}
  | {type: 'unlinked'; error?: LiveError}
  | {type: 'syncing'}
  /** The snapshot is in; documents equal the lake as of `since` (ms) or later. */
  | {type: 'synced'; since: number; bounds: WorkingSetBounds}
  /** The digest agreed, or what differed is being repaired. */
  | {type: 'verified'}
  | {type: 'failed'; error: LiveError}

export interface SynchroniseOptions {
  replica: Replica
  /** Read anew before every snapshot and digest. */
  bounds: () => WorkingSetBounds
  /** Emits when the bounds have moved: the working set is fetched anew. */
  refetch$?: Observable<unknown>
  /** Emits when a digest is worth its request: focus, online. */
  wake$?: Observable<unknown>
  scheduler?: SchedulerLike
  /** Documents that someone else wants read anew. */
  repair$?: Observable<readonly string[]>
  /** First digest after a snapshot, then every so often, ms. */
  digestAfter?: number
  digestEvery?: number
}

const REPAIR_BATCH = 50
const WAKE_DIGEST_PAUSE = 5_000
const DIGEST_MS_PER_DOCUMENT = 5

/**
 * Keeps a replica of the working set: snapshot on welcome and reset while events are buffered, events in the order of
 * their revisions, transactions together, gaps repaired document by document, digests to find what was lost.
 */
export function synchronise(
  port: LivePort,
  connection$: Observable<ConnectionEvent>,
  options: SynchroniseOptions,
): Observable<SyncSignal> {
  const {replica, scheduler = asyncScheduler, wake$ = NEVER, refetch$ = NEVER} = options
  const {digestAfter = 3_000, digestEvery = 60_000} = options
  return defer(() => {
    const repair$ = new Subject<readonly string[]>()
    const deadline$ = new Subject<number | undefined>()
    const digest$ = new Subject<void>()
    let hasSnapshot = false
    const now = () => scheduler.now()

    const told = (signal: SyncSignal): Observable<SyncSignal> => {
      deadline$.next(replica.nextDeadline())
      return of(signal)
    }
    const stepsOf = (steps: readonly Step[]) =>
      told({type: 'steps', origin: 'event', steps}).pipe(filter(() => steps.length > 0))

    const onEvent = (event: ConnectionEvent): Observable<SyncSignal> => {
      if (event.type === 'mutation') {
        const steps = replica.receive(event, now())
        return concat(of({type: 'event' as const}), stepsOf(steps))
      }
      if (event.type === 'failed') return of({type: 'unlinked', error: event.error})
      if (event.type === 'reconnect') return of({type: 'unlinked'})
      // in this order the status never says live for a moment
      return isStart(event)
        ? of<SyncSignal[]>({type: 'syncing'}, {type: 'linked'})
        : of({type: 'linked'})
    }

    const isStart = (event: ConnectionEvent) =>
      event.type === 'welcome' ||
      event.type === 'reset' ||
      (event.type === 'welcomeback' && !hasSnapshot)

    const loadSnapshot = (): Observable<SyncSignal> =>
      defer(() => {
        const since = now()
        replica.beginSnapshot()
        const bounds = options.bounds()
        return fetchSnapshot(port, bounds).pipe(
          mergeMap((documents) => {
            const {steps, suspects} = replica.finishSnapshot(documents)
            hasSnapshot = true
            if (suspects.length > 0) repair$.next(suspects)
            return concat(
              told({type: 'steps', origin: 'snapshot', steps, since}),
              of<SyncSignal>({type: 'synced', since, bounds}),
            )
          }),
        )
      })

    // a digest costs as much as there are documents: the more, the rarer
    const digestTimes = (): Observable<never> => {
      const rest = () => Math.max(digestEvery, replica.size() * DIGEST_MS_PER_DOCUMENT)
      const later$ = defer(() => timer(rest(), scheduler)).pipe(repeat())
      return concat(timer(digestAfter, scheduler), later$).pipe(
        tap(() => digest$.next()),
        ignoreElements(),
      )
    }

    const snapshots = (events$: Observable<ConnectionEvent>): Observable<SyncSignal> =>
      merge(events$.pipe(filter(isStart)), refetch$.pipe(filter(() => hasSnapshot))).pipe(
        switchMap(() =>
          concat(
            of<SyncSignal>({type: 'syncing'}),
            persistently(loadSnapshot, scheduler, wake$),
            digestTimes(),
          ),
        ),
      )

    const repairs$ = merge(repair$, options.repair$ ?? NEVER).pipe(
      mergeMap((ids) => from(batchesOf(ids, REPAIR_BATCH))),
      mergeMap((ids) => {
        const order = replica.order()
        const since = now()
        return port.getDocuments(ids).pipe(
          mergeMap((answers) =>
            told({
              type: 'steps',
              origin: 'repair',
              steps: replica.repair(answers, order),
              since,
              ids,
            }),
          ),
          // the waiting events' next deadline, or the next digest, asks again
          catchError((error: unknown) =>
            of<SyncSignal>({type: 'failed', error: toLiveError(error)}),
          ),
        )
      }, 4),
    )

    const expiries$ = deadline$.pipe(
      distinctUntilChanged(),
      switchMap((at) => (at === undefined ? EMPTY : timer(Math.max(0, at - now()), scheduler))),
      mergeMap(() => {
        const {steps, repairs, isIncomplete} = replica.expire(now())
        if (repairs.length > 0) repair$.next(repairs)
        if (isIncomplete) digest$.next()
        return stepsOf(steps)
      }),
    )

    const digests$ = merge(digest$, wake$.pipe(throttleTime(WAKE_DIGEST_PAUSE, scheduler))).pipe(
      filter(() => hasSnapshot && !replica.isPaused()),
      exhaustMap(() => {
        const order = replica.order()
        return fetchDigest(port, options.bounds()).pipe(
          map((revisions): SyncSignal => {
            const differing = replica.differing(revisions, order)
            if (differing.length > 0) repair$.next(differing)
            return {type: 'verified'}
          }),
          catchError((error: unknown) =>
            of<SyncSignal>({type: 'failed', error: toLiveError(error)}),
          ),
        )
      }),
    )

    // repairs, expiries and digests listen before the first event can ask for them
    return merge(
      repairs$,
      expiries$,
      digests$,
      connection$.pipe(
        connect((events$) => merge(events$.pipe(mergeMap(onEvent)), snapshots(events$))),
      ),
    )
  })
}

/** Tries again with back-off until it succeeds; each failure is told. */
function persistently(
  attempt: () => Observable<SyncSignal>,
  scheduler: SchedulerLike,
  wake$: Observable<unknown>,
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

function batchesOf<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = []
  for (let index = 0; index < items.length; index += size) {
    batches.push(items.slice(index, index + size))
  }
  return batches
}
