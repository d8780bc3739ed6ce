import type {SalesWindow} from '../domain/cover.ts'
import {boundsOn} from './shopCalendar.ts'
import type {LiveWindow} from './shopCalendar.ts'
import {isBillDayHeld} from './workingSet.ts'
import type {WorkingSetBounds} from './workingSet.ts'

/** The days that the store is to hold, those it has loaded, and the day of the figures. */
export function createHeldDays(window: LiveWindow) {
  let bounds: WorkingSetBounds = {billsFrom: '', entriesFrom: ''}
  let loaded: WorkingSetBounds | undefined
  let today = ''
  let asOf: string | undefined

  const forgetOldRange = () => {
    if (loaded === undefined || loaded.asOf === undefined || isSameRange(loaded, bounds)) return
    loaded = {billsFrom: loaded.billsFrom, entriesFrom: loaded.entriesFrom}
  }

  const held = (): WorkingSetBounds | undefined =>
    loaded && {
      billsFrom: laterOf(loaded.billsFrom, bounds.billsFrom),
      entriesFrom: laterOf(loaded.entriesFrom, bounds.entriesFrom),
    }

  return {
    bounds: (): WorkingSetBounds => bounds,
    today: (): string => today,
    asOf: (): string | undefined => asOf,
    /** The calendar day of the figures. */
    figuresDay: (): string => asOf ?? today,
    /** Whether the bills of a day are held. */
    isCounted: (day: string): boolean => loaded !== undefined && isBillDayHeld(day, loaded),
    /** From when on everything is held, the as-of days aside; `undefined` until it is loaded. */
    held,
    /** The days up to today of which all ledger entries are held; `undefined` until they are loaded. */
    salesWindow: (): SalesWindow | undefined => {
      const from = held()?.entriesFrom
      return from === undefined ? undefined : {from, to: today}
    },
    /** These are loaded now. */
    load: (range: WorkingSetBounds | undefined): void => {
      loaded = range
    },
    /** True when other days are to be fetched. */
    move: (nextToday: string, nextAsOf: string | undefined): boolean => {
      const before = bounds
      today = nextToday
      asOf = nextAsOf
      bounds = boundsOn(today, asOf, window)
      forgetOldRange()
      return bounds.asOf !== undefined && !isSameRange(before, bounds)
    },
  }
}

export type HeldDays = ReturnType<typeof createHeldDays>

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function isSameRange(a: WorkingSetBounds, b: WorkingSetBounds): boolean {
  return a.asOf?.from === b.asOf?.from && a.asOf?.to === b.asOf?.to
}
