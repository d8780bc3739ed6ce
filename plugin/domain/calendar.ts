import {tz} from '@date-fns/tz'
// by name of the module: in Node the whole of date-fns takes seconds to load
import {lightFormat} from 'date-fns/lightFormat'
import {parseISO} from 'date-fns/parseISO'

/** A calendar day is read as a day of UTC, which has no summer time. */
const DAY_MS = 86_400_000

/** Calendar day (`YYYY-MM-DD`) of an instant (ISO) in an IANA time zone. */
export function dayOf(iso: string, timeZone: string): string {
  return lightFormat(tz(timeZone)(iso), 'yyyy-MM-dd')
}

const hourFormats = new Map<string, Intl.DateTimeFormat>()

function hourFormatOf(timeZone: string): Intl.DateTimeFormat {
  const known = hourFormats.get(timeZone)
  if (known !== undefined) return known
  const format24 = new Intl.DateTimeFormat('en', {timeZone, hour: '2-digit', hourCycle: 'h23'})
  hourFormats.set(timeZone, format24)
  return format24
}

/** Hour 0–23 of an instant (ISO) in an IANA time zone. */
export function hourOf(iso: string, timeZone: string): number {
  return Number(hourFormatOf(timeZone).format(Date.parse(iso)))
}

/** The calendar day `count` days later (earlier when negative); independent of any time zone. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Whole calendar days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** Instant (ISO UTC) at which a calendar day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): string {
  return new Date(parseISO(day, {in: tz(timeZone)}).getTime()).toISOString()
}

/** Whether the text is a calendar day that exists: `2026-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00.000Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Whether the text is an instant in ISO with a zone, as the shop stores times. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  )
}

const timeZones = new Set<string>()

/** Whether this runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  if (timeZones.has(timeZone)) return true
  try {
    hourFormatOf(timeZone)
    timeZones.add(timeZone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
