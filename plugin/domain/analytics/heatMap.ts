import type {DaySummary} from '../documents.ts'
import {lengthOf, weekdayOf} from './periods.ts'
import type {DayRange} from './periods.ts'
import {summariesIn} from './salesSums.ts'

/** Bill totals by weekday and hour of the shop. */
export interface HeatMap {
  /** Monday first; 24 hours each; minor units. */
  rows: readonly {
    weekday: number
    /** How often this weekday lies in the range: a range of eight days has two Mondays. */
    days: number
    hours: readonly number[]
  }[]
  most: number
}

export function salesHeatMap(summaries: Iterable<DaySummary>, range: DayRange): HeatMap {
  const hours = Array.from({length: 7}, () => Array.from({length: 24}, () => 0))
  for (const {day, byHour} of summariesIn(summaries, range)) {
    addHours(hours[weekdayOf(day)] ?? [], byHour)
  }
  const rows = hours.map((amounts, weekday) => ({
    weekday,
    days: weekdaysIn(range, weekday),
    hours: amounts,
  }))
  return {rows, most: Math.max(0, ...hours.flat())}
}

function addHours(sums: number[], byHour: DaySummary['byHour'] | undefined): void {
  for (const [hour, known] of sums.entries()) {
    const amount = byHour?.[`h${String(hour).padStart(2, '0')}`]
    if (amount !== undefined) sums[hour] = known + amount
  }
}

function weekdaysIn(range: DayRange, weekday: number): number {
  const offset = (weekday - weekdayOf(range.from) + 7) % 7
  return Math.max(0, Math.ceil((lengthOf(range) - offset) / 7))
}

/** First and last hour in which anything was sold, at least `open` to `close`. */
export function soldHours(
  {rows}: HeatMap,
  open: number,
  close: number,
): {first: number; last: number} {
  const sold = rows.flatMap(({hours}) =>
    hours.flatMap((amount, hour) => (amount === 0 ? [] : [hour])),
  )
  return {first: Math.min(open, ...sold), last: Math.max(close, ...sold)}
}
