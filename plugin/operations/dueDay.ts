import {addDays} from '../domain/calendar.ts'
import type {User} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {LONGEST_TERMS} from '../domain/limits.ts'
import {dueDayOf} from '../domain/paymentTerms.ts'
import type {PlanContext} from './operation.ts'

/**
 * The calendar day on which a bill of `day` is due: what the command says, else by the terms.
 * @throws InvalidCommandError for a day before the bill's own, which would be overdue when it is issued, or so far ahead that
 * it is a slip
 */
export function dueDay(
  said: string | undefined,
  day: string,
  buyer: User | undefined,
  {settings}: PlanContext,
): string {
  if (said === undefined) return dueDayOf(day, buyer, settings)
  if (said < day) {
    throw refused(said, `is before the bill's own day (${day}); choose that day or a later one`)
  }
  if (said > addDays(day, LONGEST_TERMS)) {
    throw refused(said, `is more than ${LONGEST_TERMS} days after the bill; look at the year`)
  }
  return said
}

function refused(said: string, message: string): InvalidCommandError {
  return new InvalidCommandError(`Nothing was saved: the due date ${said} ${message}.`, [
    {path: 'dueDate', message},
  ])
}
