import {
  concatMap,
  delay,
  EMPTY,
  endWith,
  filter,
  firstValueFrom,
  ignoreElements,
  map,
  merge,
  mergeMap,
  Observable,
  of,
  range,
  ReplaySubject,
  skip,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
  toArray,
} from 'rxjs'
import type {SchedulerLike} from 'rxjs'
import type {OptimisticPort, Rejection} from '../domain/mutation.ts'
import type {LiveShopStore} from './liveShopStore.ts'
import {observeHeadline} from './headline/observeHeadline.ts'
import {bestReading} from './lakeClock.ts'
import type {ClockReading} from './lakeClock.ts'
import {isOfLatencyTest, observeLatencyTests} from './latencyTests.ts'
import {INDEX_LAG_MS} from './liveView.ts'
import {confirmDrifts} from './proof/confirmDrifts.ts'
import {receiveSignal, seedStore, moveDays} from './receiveSignal.ts'
import {observeToday} from './shopCalendar.ts'
import {createParts} from './storeParts.ts'
import type {StoreConnection, StoreParts} from './storeParts.ts'
import {synchronise} from './synchronise.ts'
import {tellsOfLostEvents} from './sync/syncSignal.ts'
import type {SyncSignal} from './sync/syncSignal.ts'

/** An acknowledged transaction whose echo has not come by then is read anew. */
const ECHO_WAIT_MS = 5_000

/** Wiring only: synchronisation → view, status, calendar, cache, optimistic transactions. */
export function connectStore(connection: StoreConnection): LiveShopStore {
  const parts = createParts(connection)
  const {days, view, status, status$, ready, keeper} = parts
  const running = runStore(connection, parts).subscribe({
    error: (error: unknown) => status$.error(error),
  })
  return {
    ready: ready.promise,
    status$: status$.asObservable(),
    getStatus: () => status.current(),
    now: parts.clock.now,
    liveFrom: () => days.bounds().billsFrom,
    ahead: view.ahead,
    getSnapshot: view.getSnapshot,
    subscribe: view.subscribe,
    subscribeChanges: view.subscribeChanges,
    subscribeTo: view.subscribeTo,
    related: view.related,
    figuresOf: view.figuresOf,
    figuresBetween: view.figuresBetween,
    setDay: (day) => {
      if (day !== days.asOf()) moveDays(parts, days.today(), day)
    },
    optimistic: createOptimisticPort(parts),
    latencyTests$: observeLatencyTests(connection.connection$),
    readClock: () => readClock(connection, parts),
    destroy: () => {
      keeper?.flush()
      running.unsubscribe()
      status$.complete()
      view.clearListeners()
    },
  }
}

/** Everything that moves the store as long as it is subscribed. */
function runStore(connection: StoreConnection, parts: StoreParts): Observable<unknown> {
  const {scheduler, wake$, online$, port, cache} = connection
  const {days, view, status, status$, timeZone$, keeper, clock, hasDocuments$} = parts
  return merge(
    clock.offset$.pipe(
      skip(1),
      tap(() => {
        status.clockMoved()
        status$.next(status.current())
      }),
    ),
    observeToday(timeZone$, clock.now, scheduler, merge(wake$, clock.offset$)).pipe(
      tap((day) => moveDays(parts, day, days.asOf())),
    ),
    online$.pipe(
      tap((isOnline) => {
        status.setOnline(isOnline)
        status$.next(status.current())
      }),
    ),
    confirmDrifts({
      port,
      scheduler,
      changes$: new Observable((subscriber) => view.subscribe(() => subscriber.next(undefined))),
      suspicions: view.suspicions,
      judgeMore: view.judgeMore,
    }).pipe(tap(view.confirmDrifts)),
    observeHeadline({
      kept$: connection.keptHeadline$,
      fetch: (request) => port.fetchHeadline(request),
      request: () => ({...view.settings(), today: days.today()}),
    }).pipe(takeUntil(hasDocuments$), endWith(undefined), tap(view.setHeadline)),
    observeSignals(connection, parts).pipe(
      tap((signal) => {
        receiveSignal(parts, signal)
        if (tellsOfLostEvents(signal)) connection.lostEvents$?.next()
      }),
    ),
    cache?.cleared$.pipe(tap(() => keeper?.stop())) ?? EMPTY,
    keeper?.run$ ?? EMPTY,
  )
}

/** What an earlier visit left is shown first; the connection is made while it is being read. */
function observeSignals(connection: StoreConnection, parts: StoreParts): Observable<SyncSignal> {
  const {port, scheduler, wake$, kept$} = connection
  const connection$ = connection.connection$.pipe(filter((event) => !isOfLatencyTest(event)))
  const {replica, days, refetch$, clock} = parts
  const seeded$ = new ReplaySubject<void>(1)
  const signals$ = synchronise(port, connection$, {
    replica,
    bounds: days.bounds,
    refetch$,
    missed$: merge(observeLostEchoes(parts, scheduler), observeUnsure(parts, scheduler)),
    wake$,
    scheduler,
    clock,
  })
  return merge(
    kept$.pipe(
      take(1),
      switchMap((kept) => (kept === undefined ? of(undefined) : seedStore(parts, kept, scheduler))),
      tap(() => seeded$.next()),
      switchMap(() => signals$),
    ),
    connection$.pipe(takeUntil(seeded$), ignoreElements()),
  )
}

const CLOCK_REQUESTS = 3

/** One after the other: a request that waits for another takes longer and tells less. */
function readClock({port, scheduler}: StoreConnection, {clock}: StoreParts): Promise<ClockReading> {
  const once = () => {
    const asked = scheduler.now()
    return port.fetchClock().pipe(map((at) => clock.measure(at, asked, scheduler.now())))
  }
  const readings$ = range(0, CLOCK_REQUESTS).pipe(concatMap(once), toArray(), map(bestReading))
  return firstValueFrom(readings$.pipe(filter((reading) => reading !== undefined)))
}

function observeLostEchoes({view, committed$}: StoreParts, scheduler: SchedulerLike) {
  return committed$.pipe(
    mergeMap((transactionId) =>
      timer(ECHO_WAIT_MS, scheduler).pipe(map(() => view.pendingIdsOf(transactionId))),
    ),
    filter((ids) => ids.length > 0),
  )
}

/** A read may have been too early to tell; one that is later than the index can be behind tells. */
function observeUnsure({unsure$}: StoreParts, scheduler: SchedulerLike) {
  return unsure$.pipe(delay(INDEX_LAG_MS, scheduler))
}

function createOptimisticPort(parts: StoreParts): OptimisticPort {
  const {view, committed$} = parts
  return {
    begin: (transaction) => {
      view.beginTransaction(transaction)
      return (outcome) => {
        if (outcome !== 'committed') return rollBack(parts, transaction.transactionId, outcome)
        view.commitTransaction(transaction.transactionId)
        committed$.next(transaction.transactionId)
      }
    },
  }
}

function rollBack({view, status, status$}: StoreParts, transactionId: string, why: Rejection) {
  const documents = view.rejectTransaction(transactionId)
  if (why.isRepeated === true) return
  status.rejected(why.rejected, documents)
  status$.next(status.current())
}
