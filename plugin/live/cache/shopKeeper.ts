import {concatMap, ignoreElements, merge, startWith, Subject, switchMap, throttleTime} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import type {Step} from '../replica.ts'
import {untilIdle} from '../idle.ts'
import {createKeptChanges} from './keptChanges.ts'
import type {KeptSources} from './keptChanges.ts'
import type {ShopCache} from './shopCache.ts'

/** Changes are collected for so long. */
const WRITE_EVERY_MS = 5_000
/** A page that is never idle writes all the same. */
const PATIENCE_MS = 30_000

export interface ShopKeeperOptions extends KeptSources {
  cache: ShopCache
  scheduler: SchedulerLike
  /** Emits once this tab is the one that writes. */
  writer$: Observable<unknown>
  /** Emits when the page goes out of sight, perhaps for good. */
  hidden$: Observable<unknown>
}

/** Writes what changed to the cache: a little later, when the page has nothing better to do, or when it goes. */
export function createShopKeeper(options: ShopKeeperOptions) {
  const {cache, scheduler, writer$, hidden$} = options
  const pages = createKeptChanges(options)
  const wanted$ = new Subject<void>()
  let isStopped = false
  let isWriter = false
  let isWriting = false

  // until it begins to be stored
  let underWay = new AbortController()

  const abandon = () => {
    underWay.abort()
    pages.forget()
  }
  const stop = () => {
    isStopped = true
    abandon()
  }
  const write = async (isUrgent: boolean): Promise<void> => {
    // what is older must not be stored after what is newer
    if (isUrgent && isWriting) abandon()
    if (!isUrgent && isWriter && !isStopped) await pages.prepare()
    const change = isStopped || !isWriter ? undefined : pages.take(isUrgent)
    if (change === undefined) return
    const own = new AbortController()
    underWay = own
    isWriting = true
    await cache.write(change, own.signal).catch(giveUp)
    if (underWay === own) isWriting = false
  }
  /** A full disk, a refused database: the shop goes on without a cache, and nothing half kept stays behind. */
  const giveUp = async (reason: unknown): Promise<void> => {
    stop()
    console.warn('The shop cannot be kept on this device; the next start reads it anew.', reason)
    await cache.drop().catch(() => undefined)
  }

  return {
    /** Documents were read or written. */
    note: (steps: readonly Step[]): void => {
      pages.note(steps)
      wanted$.next()
    },
    /** The documents equal the lake's again, as of now. */
    agree: (): void => wanted$.next(),
    /** Deletes what is kept; what comes later is kept again. */
    forget: (): void => {
      abandon()
      cache.drop().catch(giveUp)
    },
    /** Nothing is kept from now on. */
    stop,
    /** The last chance to write. */
    flush: (): void => void write(true),
    /** Keeps as long as it is subscribed. */
    run$: merge(
      writer$.pipe(
        switchMap(() => {
          isWriter = true
          return wanted$.pipe(startWith(undefined))
        }),
        throttleTime(WRITE_EVERY_MS, scheduler, {leading: false, trailing: true}),
        concatMap(() => untilIdle(PATIENCE_MS).then(() => write(false))),
      ),
      hidden$.pipe(concatMap(() => write(true))),
    ).pipe(ignoreElements()),
  }
}

export type ShopKeeper = ReturnType<typeof createShopKeeper>
