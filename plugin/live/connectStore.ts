import {
  BehaviorSubject,
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
  Subject,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
  toArray,
} from 'rxjs'
import type {SchedulerLike} from 'rxjs'
import type {Headline} from '../domain/headline.ts'
import type {OptimisticPort, Rejection} from '../domain/mutation.ts'
import type {ShopOptions} from '../domain/options.ts'
import type {KeptShop} from './cache/keptShop.ts'
import type {StoreCache} from './cache/openShopCache.ts'
import {createShopKeeper} from './cache/shopKeeper.ts'
import type {LiveShopStore} from './createShopStore.ts'
import {createGate} from './gate.ts'
import {createHeldDays} from './heldDays.ts'
import {headlineOfView} from './headline/headlineOfView.ts'
import {observeHeadline} from './headline/observeHeadline.ts'
import type {ConnectionEvent} from './keepListening.ts'
import {bestReading, createLakeClock} from './lakeClock.ts'
import type {ClockReading} from './lakeClock.ts'
import {isOfLatencyTest, observeLatencyTests} from './latencyTests.ts'
import {createLiveStatus} from './liveStatus.ts'
import {createLiveView, INDEX_LAG_MS} from './liveView.ts'
import type {LivePort} from './port.ts'
import {confirmDrifts} from './proof/confirmDrifts.ts'
import {receiveSignal, seedStore, moveDays} from './receiveSignal.ts'
import {createReplica} from './replica.ts'
import {observeToday} from './shopCalendar.ts'
import type {LiveWindow} from './shopCalendar.ts'
import {synchronise} from './synchronise.ts'
import {tellsOfLostEvents} from './sync/syncSignal.ts'
import type {SyncSignal} from './sync/syncSignal.ts'
import type {LiveStatus} from './types.ts'
import {isInWorkingSet, mayBeUnheld} from './workingSet.ts'

export interface StoreConnection {
  port: LivePort
  connection$: Observable<ConnectionEvent>
  options: ShopOptions
  window: LiveWindow
  scheduler: SchedulerLike
  wake$: Observable<unknown>
  online$: Observable<boolean>
  /** What the tiles said at the end of an earlier visit, as soon as it is read. */
  keptHeadline$: Observable<Headline | undefined>
  /** What an earlier visit left, as soon as it is read. */
  kept$: Observable<KeptShop | undefined>
  /** Where this visit leaves what the next one starts with. */
  cache?: StoreCache | undefined
  /** Told when events turn out to have been lost. */
  lostEvents$?: Subject<void>
}

const GAP_WAIT_MS = 2_500
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

function createParts(connection: StoreConnection) {
  const {options, window, scheduler} = connection
  const now = () => scheduler.now()
  const days = createHeldDays(window)
  const ready = createGate()
  const replica = createReplica({
    gapWait: GAP_WAIT_MS,
    mayBeUnheld: (document) => mayBeUnheld(document, days.bounds()),
    isHeld: (document) => isInWorkingSet(document, days.bounds()),
  })
  const view = createLiveView({
    options,
    baseOf: replica.get,
    now,
    day: days.figuresDay,
    isCounted: days.isCounted,
    // what an earlier visit left proves nothing
    heldFrom: () => (ready.isOpen() ? days.held() : undefined),
    salesWindow: days.salesWindow,
  })
  const clock = createLakeClock(now)
  const status = createLiveStatus(clock)
  const agreed = () => (status.current().name === 'live' ? status.current().asOf : undefined)
  return {
    clock,
    days,
    replica,
    view,
    status,
    status$: new BehaviorSubject<LiveStatus>(status.current()),
    timeZone$: new BehaviorSubject(view.settings().timeZone),
    ready,
    refetch$: new Subject<void>(),
    committed$: new Subject<string>(),
    unsure$: new Subject<readonly string[]>(),
    hasDocuments$: new Subject<void>(),
    keeper:
      connection.cache &&
      createShopKeeper({
        ...connection.cache,
        scheduler,
        documents: replica,
        header: () => toHeader(agreed(), days.held(), () => headlineOfView(view, clock.now())),
      }),
  }
}

export type StoreParts = ReturnType<typeof createParts>

function toHeader(
  asOf: string | undefined,
  bounds: KeptShop['bounds'] | undefined,
  headline: () => Headline,
) {
  return asOf === undefined || bounds === undefined
    ? undefined
    : {asOf: Date.parse(asOf), bounds, headline: headline()}
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
