import {BehaviorSubject, filter, map, merge, mergeMap, Observable, Subject, tap, timer} from 'rxjs'
import type {SchedulerLike} from 'rxjs'
import type {ShopOptions} from '../domain/options.ts'
import {createLiveView} from './liveView.ts'
import type {ConnectionEvent} from './keepListening.ts'
import type {LiveShopStore} from './createShopStore.ts'
import {createLiveStatus} from './liveStatus.ts'
import type {LivePort} from './port.ts'
import {confirmDrifts} from './proof/confirmDrifts.ts'
import {createReplica} from './replica.ts'
import {boundsOn, observeToday} from './shopCalendar.ts'
import type {LiveWindow} from './shopCalendar.ts'
import {synchronise} from './synchronise.ts'
import type {SyncSignal} from './sync/syncSignal.ts'
import type {LiveStatus} from './types.ts'
import {isBillDayHeld, isHeldInPart, isInWorkingSet} from './workingSet.ts'
import type {WorkingSetBounds} from './workingSet.ts'

export interface StoreConnection {
  port: LivePort
  connection$: Observable<ConnectionEvent>
  options: ShopOptions
  window: LiveWindow
  scheduler: SchedulerLike
  wake$: Observable<unknown>
  online$: Observable<boolean>
}

const GAP_WAIT_MS = 2_500
/** An acknowledged transaction whose echo has not come by then is read anew. */
const ECHO_WAIT_MS = 5_000

/** Wiring only: synchronisation → view, status, calendar, optimistic transactions. */
export function connectStore(connection: StoreConnection): LiveShopStore {
  const {port, connection$, options, window, scheduler, wake$, online$} = connection
  const now = () => scheduler.now()
  const refetch$ = new Subject<void>()
  const committed$ = new Subject<string>()
  const ready = createGate()
  const status = createLiveStatus(now)
  const status$ = new BehaviorSubject<LiveStatus>(status.current())
  let bounds: WorkingSetBounds = {billsFrom: '', entriesFrom: ''}
  let loaded: WorkingSetBounds | undefined
  let today = ''
  let asOf: string | undefined

  const replica = createReplica({
    gapWait: GAP_WAIT_MS,
    isHeldInPart,
    isHeld: (document) => isInWorkingSet(document, bounds),
  })
  const view = createLiveView({
    options,
    baseOf: replica.get,
    now,
    day: () => asOf ?? today,
    entriesFrom: () => {
      if (loaded === undefined) return undefined
      return loaded.entriesFrom > bounds.entriesFrom ? loaded.entriesFrom : bounds.entriesFrom
    },
    isCounted: (day) => loaded !== undefined && isBillDayHeld(day, loaded),
  })
  const timeZone$ = new BehaviorSubject(view.settings().timeZone)

  const moveBounds = (nextToday: string, nextAsOf: string | undefined) => {
    const before = bounds
    today = nextToday
    asOf = nextAsOf
    bounds = boundsOn(today, asOf, window)
    if (loaded !== undefined && loaded.asOf !== undefined && !isSameRange(loaded, bounds)) {
      loaded = {billsFrom: loaded.billsFrom, entriesFrom: loaded.entriesFrom}
    }
    view.applySteps(replica.releaseUnheld())
    view.touch()
    if (bounds.asOf !== undefined && !isSameRange(before, bounds)) refetch$.next()
  }

  const receive = (signal: SyncSignal) => {
    if (signal.type === 'steps') {
      const since = signal.origin === 'event' ? undefined : signal
      view.applySteps(signal.steps, since)
      for (const {timestamp} of signal.steps) {
        if (timestamp !== undefined) status.sample(now() - Date.parse(timestamp))
      }
      if (view.settings().timeZone !== timeZone$.value) timeZone$.next(view.settings().timeZone)
    }
    if (signal.type === 'synced') {
      loaded = signal.bounds
      view.touch()
      ready.open()
    }
    if ((signal.type === 'unlinked' || signal.type === 'failed') && signal.error !== undefined) {
      if (signal.error.code === 'unauthorized') ready.refuse(signal.error)
    }
    if (status.receive(signal)) status$.next(status.current())
  }

  const lostEchoes$ = committed$.pipe(
    mergeMap((transactionId) =>
      timer(ECHO_WAIT_MS, scheduler).pipe(map(() => view.pendingIdsOf(transactionId))),
    ),
    filter((ids) => ids.length > 0),
  )
  const signals$ = synchronise(port, connection$, {
    replica,
    bounds: () => bounds,
    refetch$,
    repair$: lostEchoes$,
    wake$,
    scheduler,
  })

  const running = merge(
    observeToday(timeZone$, scheduler, wake$).pipe(tap((day) => moveBounds(day, asOf))),
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
    }).pipe(tap(view.confirmDrifts)),
    signals$.pipe(tap(receive)),
  ).subscribe({error: (error: unknown) => status$.error(error)})

  return {
    ready: ready.promise,
    status$: status$.asObservable(),
    getStatus: () => status.current(),
    getSnapshot: view.getSnapshot,
    subscribe: view.subscribe,
    subscribeChanges: view.subscribeChanges,
    subscribeTo: view.subscribeTo,
    related: view.related,
    setDay: (day) => {
      if (day !== asOf) moveBounds(today, day)
    },
    optimistic: {
      begin: (transaction) => {
        view.beginTransaction(transaction)
        return (outcome) => {
          if (outcome !== 'committed') return view.rejectTransaction(transaction.transactionId)
          view.commitTransaction(transaction.transactionId)
          committed$.next(transaction.transactionId)
        }
      },
    },
    destroy: () => {
      running.unsubscribe()
      status$.complete()
      view.clearListeners()
    },
  }
}

function isSameRange(a: WorkingSetBounds, b: WorkingSetBounds): boolean {
  return a.asOf?.from === b.asOf?.from && a.asOf?.to === b.asOf?.to
}

/** A promise settled from outside; a refusal nobody awaits is no unhandled rejection: the status tells it too. */
function createGate() {
  let open: () => void = () => undefined
  let refuse: (error: Error) => void = () => undefined
  const promise = new Promise<void>((resolve, reject) => {
    open = resolve
    refuse = reject
  })
  promise.catch(() => undefined)
  return {promise, open, refuse}
}
