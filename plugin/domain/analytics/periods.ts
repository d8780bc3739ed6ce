/** Calendar days (`YYYY-MM-DD`) of the shop from `from` to `to`, both counted. */
export interface DayRange {
  from: string
  to: string
}

export type Grain = 'day' | 'week' | 'month'

export const GRAINS = ['day', 'week', 'month'] as const satisfies readonly Grain[]

const DAY_MS = 86_400_000

/** Days since 1970-01-01: a decade of days is reckoned in integers, not through a calendar library. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}

export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** 0 for Monday … 6 for Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

export function lengthOf({from, to}: DayRange): number {
  return dayNumber(to) - dayNumber(from) + 1
}

/** First day of the day, ISO week (Monday) or month that a day belongs to. */
export function startOfPeriod(day: string, by: Grain): string {
  if (by === 'day') return day
  if (by === 'month') return `${day.slice(0, 7)}-01`
  return dayOfNumber(dayNumber(day) - weekdayOf(day))
}

function startOfNext(start: string, by: Grain): string {
  return by === 'month'
    ? addMonths(start, 1)
    : dayOfNumber(dayNumber(start) + (by === 'week' ? 7 : 1))
}

/** First day of the month `count` months later. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10)
}

/** The periods of a range, oldest first; the first and the last are cut to it. */
export function periodsOf(range: DayRange, by: Grain): readonly DayRange[] {
  const periods: DayRange[] = []
  for (let start = startOfPeriod(range.from, by); start <= range.to;) {
    const next = startOfNext(start, by)
    const end = dayOfNumber(dayNumber(next) - 1)
    periods.push({
      from: start < range.from ? range.from : start,
      to: end > range.to ? range.to : end,
    })
    start = next
  }
  return periods
}

/** What a range is compared with: as many whole months for whole months, otherwise as many days, right before it. */
export function rangeBefore(range: DayRange): DayRange {
  const first = dayNumber(range.from)
  const to = dayOfNumber(first - 1)
  const next = dayOfNumber(dayNumber(range.to) + 1)
  if (!range.from.endsWith('-01') || !next.endsWith('-01')) {
    return {from: dayOfNumber(first - lengthOf(range)), to}
  }
  return {from: addMonths(range.from, -monthsBetween(range.from, next)), to}
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

/** The periods that show a range in a readable number of bars. */
export function grainFor(range: DayRange): Grain {
  const days = lengthOf(range)
  if (days <= 62) return 'day'
  return days <= 400 ? 'week' : 'month'
}

/** Month (`YYYY-MM`) of a calendar day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** Whole months from `from` to `to`, both `YYYY-MM`. */
export function monthDistance(from: string, to: string): number {
  return monthsBetween(from, to)
}
