import {asyncScheduler, interval, merge, throttleTime} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'

/** Events that nobody noticed to be lost are made good for within this time. */
const RECHECK_MS = 5 * 60_000
const WAKE_RECHECK_PAUSE_MS = 5_000

export interface RecheckSources {
  /** A store found that events were lost. */
  lostEvents$: Observable<unknown>
  /** Focus, online. */
  wake$: Observable<unknown>
  scheduler?: SchedulerLike
}

/**
 * Emits when a query is to be asked anew although no event asks for it: what a query reads is beyond what the store's
 * digests compare.
 */
export function observeRechecks({
  lostEvents$,
  wake$,
  scheduler = asyncScheduler,
}: RecheckSources): Observable<unknown> {
  return merge(
    lostEvents$,
    wake$.pipe(throttleTime(WAKE_RECHECK_PAUSE_MS, scheduler)),
    interval(RECHECK_MS, scheduler),
  )
}
