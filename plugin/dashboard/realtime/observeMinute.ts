import {asyncScheduler, defer, distinctUntilChanged, map, repeat, startWith, timer} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'

const MINUTE_MS = 60_000

/** The time (ms) at the beginning of `now`'s minute. */
export const startOfMinute = (now: number): number => now - (now % MINUTE_MS)

/**
 * The beginning of this minute, moving on with the clock of `scheduler`. A timer that fires before the clock says so,
 * as one does while a clock is being set right, waits the rest.
 */
export function observeMinute(scheduler: SchedulerLike = asyncScheduler): Observable<number> {
  const minute = () => startOfMinute(scheduler.now())
  return defer(() => timer(minute() + MINUTE_MS - scheduler.now(), scheduler)).pipe(
    repeat(),
    startWith(null),
    map(minute),
    distinctUntilChanged(),
  )
}
