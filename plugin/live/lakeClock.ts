import {BehaviorSubject, distinctUntilChanged} from 'rxjs'
import type {Observable} from 'rxjs'

/** Less is how clocks differ; it moves no day and hides behind the time that a request takes. */
const TOLERANCE_MS = 30_000

export interface LakeClock {
  /** ms of the lake's clock: the device's own as long as it is about right. */
  now(): number
  /** By how much the device's clock is behind (negative: ahead), ms; 0 as long as it is about right. */
  offset(): number
  offset$: Observable<number>
  /** The lake said `at` to a request made at `asked` (ms of the device's clock) and answered now. */
  compare(at: number, asked: number): void
}

/** The lake's clock as seen from a device whose own may be wrong by a day: days and times of the shop follow the lake's. */
export function createLakeClock(deviceNow: () => number): LakeClock {
  const offset$ = new BehaviorSubject(0)
  return {
    now: () => deviceNow() + offset$.value,
    offset: () => offset$.value,
    offset$: offset$.pipe(distinctUntilChanged()),
    compare(at, asked): void {
      const answered = deviceNow()
      if (at > Math.max(asked, answered) + TOLERANCE_MS) offset$.next(at - answered)
      else if (at < Math.min(asked, answered) - TOLERANCE_MS) offset$.next(at - asked)
      else offset$.next(0)
    },
  }
}

/** What a wrong clock means and how to mend it; `undefined` for one that is right. */
export function clockWords(offset: number): string | undefined {
  if (offset === 0) return undefined
  const minutes = Math.max(1, Math.round(Math.abs(offset) / 60_000))
  const amount = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
  const direction = offset > 0 ? 'behind' : 'ahead of'
  return (
    `The clock of this device is ${amount} ${direction} the lake's. ` +
    "The shop goes by the lake's clock; set this device's clock right."
  )
}
