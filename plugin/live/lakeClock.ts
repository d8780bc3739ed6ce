import {BehaviorSubject, distinctUntilChanged} from 'rxjs'
import type {Observable} from 'rxjs'

/** Less is how clocks differ; it moves no day and hides behind the time that a request takes. */
const TOLERANCE_MS = 30_000

/** How the lake's clock and the device's differ, as exactly as requests can tell. */
export interface ClockReading {
  /** To be added to the device's clock, ms; 0 as long as the two may well be the same. */
  offset: number
  /** By how much `offset` may be wrong, ms: no more than a request took. */
  uncertainty: number
}

export interface LakeClock {
  /** ms of the lake's clock: the device's own as long as it is about right. */
  now(): number
  /** By how much the device's clock is behind (negative: ahead), ms; 0 as long as it is about right. */
  offset(): number
  offset$: Observable<number>
  /** The lake said `at` to a request made at `asked` (ms of the device's clock) and answered now. */
  compare(at: number, asked: number): void
  /** What is to be added to `now()` when milliseconds count; 0 until something was measured. */
  correction(): number
  /** As `compare`, of a small request whose answer came at once. */
  measure(at: number, asked: number, answered: number): ClockReading
}

/** Readings of the last minutes; the one of the fastest request counts. */
const READINGS = 8

/** The lake's clock as seen from a device whose own may be wrong by a day: days and times of the shop follow the lake's. */
export function createLakeClock(deviceNow: () => number): LakeClock {
  const offset$ = new BehaviorSubject(0)
  const readings: ClockReading[] = []
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
    correction() {
      const best = bestReading(readings)
      return best === undefined ? 0 : best.offset - offset$.value
    },
    measure(at, asked, answered): ClockReading {
      const reading = readClock(at, asked, answered)
      readings.push(reading)
      if (readings.length > READINGS) readings.shift()
      return reading
    },
  }
}

/** The lake said `at` at some moment between `asked` and `answered` of the device's clock. */
function readClock(at: number, asked: number, answered: number): ClockReading {
  const least = at - answered
  const most = at - asked
  const isSame = least <= 0 && most >= 0
  return isSame
    ? {offset: 0, uncertainty: Math.max(-least, most)}
    : {offset: (least + most) / 2, uncertainty: Math.abs(most - least) / 2}
}

/** That of the fastest request. */
export function bestReading(readings: readonly ClockReading[]): ClockReading | undefined {
  const [first, ...others] = readings
  if (first === undefined) return undefined
  return others.reduce((best, next) => (next.uncertainty < best.uncertainty ? next : best), first)
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
