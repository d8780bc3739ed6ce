import {addDays, dayOf, startOfDay} from '../../../plugin/domain/calendar.ts'

export const DEMO_TIME_ZONE = 'Asia/Kolkata'
export const DEMO_DAYS = 90

const MINUTE = 60_000
const OPENS = 9.5 * 60
const CLOSES = 20.5 * 60

export interface DemoDay {
  /** `YYYY-MM-DD`. */
  day: string
  /** 0 is today, −89 the first. */
  offset: number
  /** ISO UTC of a share of the opening hours, 0…1. */
  at(share: number): string
  /** 1, less while today is not over. */
  share: number
}

/** The demo shop's days, first to today; today ends at `now`, and is squeezed when the shop has hardly opened. */
export function buildDemoDays(now: Date): DemoDay[] {
  const today = dayOf(now.toISOString(), DEMO_TIME_ZONE)
  return Array.from({length: DEMO_DAYS}, (_, index) => {
    const offset = index - DEMO_DAYS + 1
    return buildDay(addDays(today, offset), offset, now)
  })
}

function buildDay(day: string, offset: number, now: Date): DemoDay {
  const start = Date.parse(startOfDay(day, DEMO_TIME_ZONE))
  const elapsed = offset === 0 ? (now.getTime() - start) / MINUTE : 24 * 60
  const closes = Math.min(CLOSES, elapsed)
  const opens = Math.min(OPENS, elapsed * 0.3)
  return {
    day,
    offset,
    share: (closes - opens) / (CLOSES - OPENS),
    at: (share) => new Date(start + (opens + (closes - opens) * share) * MINUTE).toISOString(),
  }
}
