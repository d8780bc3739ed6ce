import {BehaviorSubject, Subject} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {Headline} from '../domain/headline.ts'
import type {ShopOptions} from '../domain/options.ts'
import type {KeptShop} from './cache/keptShop.ts'
import type {StoreCache} from './cache/openShopCache.ts'
import {createShopKeeper} from './cache/shopKeeper.ts'
import {createGate} from './gate.ts'
import {headlineOfView} from './headline/headlineOfView.ts'
import {createHeldDays} from './heldDays.ts'
import type {ConnectionEvent} from './keepListening.ts'
import {createLakeClock} from './lakeClock.ts'
import {createLiveStatus} from './liveStatus.ts'
import {createLiveView} from './liveView.ts'
import type {LivePort} from './port.ts'
import {createReplica} from './replica.ts'
import type {LiveWindow} from './shopCalendar.ts'
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

/** What a store is made of; how it moves is told elsewhere. */
export function createParts(connection: StoreConnection) {
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
