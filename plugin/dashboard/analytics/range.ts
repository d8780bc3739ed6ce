import {dayNumber, dayOfNumber, grainFor, GRAINS, lengthOf} from '../../domain/analytics/periods.ts'
import type {DayRange, Grain} from '../../domain/analytics/periods.ts'
import {isDay} from '../../domain/calendar.ts'

/** What the URL asks for: `?from=2026-11-01&to=2026-11-30&by=week&show=stock`. */
export interface AnalyticsRange {
  range: DayRange
  by: Grain
}

const DEFAULT_DAYS = 30

/** Ranges by name; `first` is the first day with a summary. */
export const PRESETS = [
  'last-7',
  'last-30',
  'this-month',
  'last-month',
  'this-year',
  'last-365',
  'all',
] as const

export type Preset = (typeof PRESETS)[number]

export function presetRange(preset: Preset, today: string, first: string): DayRange {
  const lastDays = (count: number) => ({from: daysBefore(today, count - 1), to: today})
  switch (preset) {
    case 'last-7':
      return lastDays(7)
    case 'last-30':
      return lastDays(30)
    case 'this-month':
      return {from: `${today.slice(0, 7)}-01`, to: today}
    case 'last-month': {
      const to = daysBefore(`${today.slice(0, 7)}-01`, 1)
      return {from: `${to.slice(0, 7)}-01`, to}
    }
    case 'this-year':
      return {from: `${today.slice(0, 4)}-01-01`, to: today}
    case 'last-365':
      return lastDays(365)
    case 'all':
      return {from: first, to: today}
  }
}

function daysBefore(day: string, count: number): string {
  return dayOfNumber(dayNumber(day) - count)
}

/** The preset that a range is, if it is one. */
export function presetOf({from, to}: DayRange, today: string, first: string): Preset | undefined {
  return PRESETS.find((preset) => {
    const range = presetRange(preset, today, first)
    return range.from === from && range.to === to
  })
}

/** A century of days: longer ranges are a slip of the keyboard. */
const MOST_DAYS = 36_525

/** The last 30 days unless the URL holds two days in order; the grain fits the range unless it is asked for. */
export function parseRange(
  get: (name: string) => string | undefined,
  today: string,
): AnalyticsRange {
  const from = get('from') ?? ''
  const to = get('to') ?? ''
  const isRange = isDay(from) && isDay(to) && from <= to && lengthOf({from, to}) <= MOST_DAYS
  const range = isRange ? {from, to} : {from: daysBefore(today, DEFAULT_DAYS - 1), to: today}
  const by = GRAINS.find((grain) => grain === get('by')) ?? grainFor(range)
  return {range, by}
}
