import type {SanityClient} from '@sanity/client'
import {asyncScheduler, EMPTY, NEVER} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {OptimisticPort} from '../domain/mutation.ts'
import type {ShopOptions} from '../domain/options.ts'
import {observeOnline, observeWake} from './browserSignals.ts'
import type {ConnectionEvent} from './keepListening.ts'
import {createLivePort} from './port.ts'
import type {LivePort} from './port.ts'
import {sharedListenerOf} from './sharedListener.ts'
import {connectStore} from './connectStore.ts'
import type {LiveWindow} from './shopCalendar.ts'
import type {ShopStore} from './types.ts'
import {shopTypes} from './workingSet.ts'

/** The live store; writers announce their transactions to `optimistic`. */
export interface LiveShopStore extends ShopStore {
  optimistic: OptimisticPort
}

export interface CreateShopStoreOptions {
  client: SanityClient
  /** First values of the settings; what is stored wins. */
  options?: ShopOptions
  /** How much of the past is held. */
  window?: LiveWindow
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
  schedule = asyncScheduler,
}: CreateShopStoreOptions): LiveShopStore {
  const port = createLivePort(client)
  const wake$ = observeWake()
  return connectStore({
    port,
    connection$: sharedListenerOf(client, port, shopTypes, {wake$, scheduler: schedule}),
    options,
    window,
    scheduler: schedule,
    wake$,
    online$: observeOnline(),
  })
}

export interface ShopStoreOverPort {
  port: LivePort
  connection$: Observable<ConnectionEvent>
  options?: ShopOptions
  window?: LiveWindow
  scheduler?: SchedulerLike
}

/** The same store over any port: tests, other transports. */
export function createShopStoreOver({
  options = {},
  window = {},
  scheduler = asyncScheduler,
  ...connection
}: ShopStoreOverPort): LiveShopStore {
  return connectStore({...connection, options, window, scheduler, wake$: NEVER, online$: EMPTY})
}
