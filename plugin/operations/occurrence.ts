import {InvalidCommandError} from '../domain/errors.ts'

/** Tills' clocks differ: this much ahead is not yet the future. */
const CLOCK_TOLERANCE = 5 * 60_000

/** When it happened, as ISO UTC: what the command says, else now. @throws InvalidCommandError for the future */
export function occurrenceOf(said: string | undefined, now: string, path = 'occurredAt'): string {
  if (said === undefined) return now
  const time = Date.parse(said)
  if (time > Date.parse(now) + CLOCK_TOLERANCE) {
    const message = 'lies in the future'
    throw new InvalidCommandError(`Nothing was saved: ${path} ${said} ${message}.`, [
      {path, message},
    ])
  }
  return new Date(time).toISOString()
}
