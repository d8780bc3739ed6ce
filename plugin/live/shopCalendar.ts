import {defer, distinctUntilChanged, map, merge, of, repeat, switchMap, timer} from 'rxjs'
import type {Observable, SchedulerLike} from 'rxjs'
import {addDays, dayOf, startOfDay} from '../domain/calendar.ts'
import type {WorkingSetBounds} from './workingSet.ts'

/** How many days of dated documents the live view holds: whole numbers from 1, today among them. */
export interface LiveWindow {
  /** Bills, payments, credit notes and settled balances; default 35. */
  billDays?: number
  /** Ledger entries; default 14. */
  entryDays?: number
}

/** Days held around an as-of day. */
const AS_OF_DAYS = 7

/** The working set on `today`; an as-of day that is not in it brings its own days. */
export function boundsOn(
  today: string,
  asOf: string | undefined,
  {billDays = 35, entryDays = 14}: LiveWindow,
): WorkingSetBounds {
  const billsFrom = addDays(today, 1 - billDays)
  const bounds = {billsFrom, entriesFrom: addDays(today, 1 - entryDays)}
  if (asOf === undefined || asOf >= bounds.entriesFrom) return bounds
  return {...bounds, asOf: {from: addDays(asOf, 1 - AS_OF_DAYS), to: asOf}}
}

/**
 * The shop's calendar day, now and at every midnight of its time zone. `wake$` asks again: timers stand still while a
 * laptop sleeps.
 */
export function observeToday(
  timeZone$: Observable<string>,
  now: () => number,
  scheduler: SchedulerLike,
  wake$: Observable<unknown>,
): Observable<string> {
  return timeZone$.pipe(
    distinctUntilChanged(),
    switchMap((timeZone) => {
      const today = () => dayOf(new Date(now()).toISOString(), timeZone)
      const midnight$ = defer(() => {
        const next = Date.parse(startOfDay(addDays(today(), 1), timeZone))
        return timer(Math.max(1, next - now()), scheduler)
      }).pipe(repeat())
      return merge(of(null), midnight$, wake$).pipe(map(today))
    }),
    distinctUntilChanged(),
  )
}
