import type {SanityClient} from '@sanity/client'
import {
  asyncScheduler,
  catchError,
  defer,
  EMPTY,
  NEVER,
  of,
  shareReplay,
  switchMap,
  timeout,
} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {ShopOptions} from '../domain/options.ts'
import {observeOnline, observeWake} from './browserSignals.ts'
import type {KeptShop} from './cache/keptShop.ts'
import {hasIdleTime, untilIdle} from './idle.ts'
import {letPageGoFirst} from './letPageGoFirst.ts'
import {openShopCache} from './cache/openShopCache.ts'
import type {CacheChoice, StoreCache} from './cache/openShopCache.ts'
import type {ConnectionEvent} from './keepListening.ts'
import type {LiveShopStore} from './liveShopStore.ts'
import {lostEventsOf} from './lostEvents.ts'
import {createLivePort} from './port.ts'
import type {LivePort} from './port.ts'
import {sharedListenerOf} from './sharedListener.ts'
import {connectStore} from './connectStore.ts'
import type {LiveWindow} from './shopCalendar.ts'
import {listenedTypes} from './workingSet.ts'

export interface CreateShopStoreOptions {
  client: SanityClient
  /** First values of the settings; what is stored wins. */
  options?: ShopOptions
  /** How much of the past is held. */
  window?: LiveWindow
  /**
   * Browsers keep the working set in IndexedDB, so that the next start shows it at once, as `stale`, and that it can be
   * read offline. `user` is who is logged in; without it the client's token is. `false` keeps nothing: for devices that
   * strangers share.
   */
  cache?: CacheChoice
  /** The clock; virtual in tests. */
  schedule?: SchedulerLike
}

/**
 * The shop as the lake has it, live: one listener per project and dataset is shared by all stores of the tab.
 * `ready` settles with the first complete snapshot. Needs a client with read access; call `destroy` when done.
 */
export function createShopStore({
  client,
  options = {},
  window = {},
  cache: choice = {},
  schedule = asyncScheduler,
}: CreateShopStoreOptions): LiveShopStore {
  const port = createLivePort(client)
  const wake$ = observeWake()
  const cache = openShopCache(client, choice)
  return connectStore({
    // without a page there is nobody to let go first, and a virtual clock must not wait for a real one
    port: hasIdleTime() ? letPageGoFirst(port) : port,
    connection$: sharedListenerOf(client, port, listenedTypes, {wake$, scheduler: schedule}),
    options,
    window,
    scheduler: schedule,
    wake$,
    online$: observeOnline(),
    ...(cache === undefined ? nothingKept : observeKept(cache, schedule)),
    cache,
    lostEvents$: lostEventsOf(client),
  })
}

const nothingKept = {keptHeadline$: of(undefined), kept$: of(undefined)}

/** A browser whose database hangs or fails starts without it. */
const HEADLINE_WITHIN_MS = 3_000
/** What a week of a large shop may take on a slow device. */
const DOCUMENTS_WITHIN_MS = 10_000

/** The documents take a while: they are read when the headline is on the screen. */
function observeKept({cache}: StoreCache, scheduler: SchedulerLike) {
  const keptHeadline$ = defer(() => cache.readHeadline(scheduler.now())).pipe(
    startAnewAfter(HEADLINE_WITHIN_MS, scheduler),
    shareReplay(1),
  )
  const kept$ = keptHeadline$.pipe(
    switchMap((headline) => (headline === undefined ? of(undefined) : untilIdle())),
    switchMap(() =>
      defer(() => cache.read(scheduler.now())).pipe(startAnewAfter(DOCUMENTS_WITHIN_MS, scheduler)),
    ),
  )
  return {keptHeadline$, kept$}
}

function startAnewAfter<T>(ms: number, scheduler: SchedulerLike) {
  return (read$: Observable<T>): Observable<T | undefined> =>
    read$.pipe(
      timeout({first: ms, scheduler}),
      catchError((error: unknown) => {
        console.warn('What this device kept of the shop cannot be read; it is read anew.', error)
        return of(undefined)
      }),
    )
}

export interface ShopStoreOverPort {
  port: LivePort
  connection$: Observable<ConnectionEvent>
  options?: ShopOptions
  window?: LiveWindow
  scheduler?: SchedulerLike
  /** What an earlier visit left. */
  kept?: KeptShop
}

/** The same store over any port: tests, other transports. */
export function createShopStoreOver({
  options = {},
  window = {},
  scheduler = asyncScheduler,
  kept,
  ...connection
}: ShopStoreOverPort): LiveShopStore {
  return connectStore({
    ...connection,
    options,
    window,
    scheduler,
    wake$: NEVER,
    online$: EMPTY,
    keptHeadline$: of(undefined),
    kept$: of(kept),
  })
}
