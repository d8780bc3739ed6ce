import {dayOf} from '../domain/calendar.ts'
import type {Bill} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {Reason} from '../domain/errors.ts'
import type {PlanContext} from './operation.ts'

/** Tills' clocks differ: this much ahead is not yet the future. */
const CLOCK_TOLERANCE = 5 * 60_000
/** Nothing that a shop writes down happened before: an earlier year is a slip. */
const EARLIEST = Date.UTC(1970, 0, 1)

/**
 * When it happened, as ISO UTC: what the command says, else now.
 * @throws InvalidCommandError for the future, and for a time before 1970
 */
export function occurrenceOf(said: string | undefined, now: string, path = 'occurredAt'): string {
  if (said === undefined) return now
  const time = Date.parse(said)
  if (time > Date.parse(now) + CLOCK_TOLERANCE) {
    throw refused(path, said, 'lies in the future', {name: 'future'})
  }
  if (time < EARLIEST) throw refused(path, said, 'lies before 1970: look at the year')
  return new Date(time).toISOString()
}

/**
 * When goods or money of a bill went back.
 * @throws InvalidCommandError also for a day before the bill's own
 */
export function returnOccurrence(
  said: string | undefined,
  bill: Pick<Bill, 'day' | 'number'> | undefined,
  {now, settings}: PlanContext,
): string {
  const at = occurrenceOf(said, now)
  if (said === undefined || bill === undefined || dayOf(at, settings.timeZone) >= bill.day)
    return at
  throw refused('occurredAt', said, `lies before ${bill.number} itself, of ${bill.day}`)
}

function refused(
  path: string,
  said: string,
  message: string,
  reason?: Reason,
): InvalidCommandError {
  return new InvalidCommandError(`Nothing was saved: ${path} ${said} ${message}.`, [
    {path, message, ...(reason === undefined ? {} : {reason})},
  ])
}
