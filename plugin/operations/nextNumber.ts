import {dayOf} from '../domain/calendar.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {seriesId} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {formatNumber, patternIssue, seriesName} from '../domain/numbering.ts'
import type {PlanContext} from './operation.ts'
import type {Snapshot} from './snapshot.ts'

type NumberedKind = 'bill' | 'creditNote'

export function seriesIdFor(kind: NumberedKind, context: PlanContext): string {
  return seriesId(nameFor(kind, context))
}

function nameFor(kind: NumberedKind, {settings, now, series}: PlanContext): string {
  return seriesName(kind, settings.series[kind], dayOf(now, settings.timeZone), series)
}

/**
 * The next number of a series, which turns with the year of the shop's day of issue, at the shop's midnight. The counter
 * moves by its revision in the same transaction: a refused transaction consumes no number.
 * @throws InvalidCommandError when the pattern cannot tell numbers apart
 */
export function nextNumber(kind: NumberedKind, snapshot: Snapshot, context: PlanContext) {
  const {settings, now, series} = context
  const pattern = settings.series[kind]
  checkPattern(pattern, kind, series)
  const name = nameFor(kind, context)
  const id = seriesId(name)
  const stored = snapshot.find('series', id)
  const sequence = (stored?.last ?? 0) + 1
  const mutation: ShopMutation =
    stored === undefined
      ? {create: {_id: id, _type: 'series', name, kind, last: sequence}}
      : {patch: {id, ifRevisionID: stored._rev, set: {last: sequence}}}
  const day = dayOf(now, settings.timeZone)
  return {
    series: name,
    sequence,
    number: formatNumber(pattern, {kind, day, sequence, series}),
    mutation,
  }
}

function checkPattern(pattern: string, kind: NumberedKind, series: string | undefined): void {
  const issue = patternIssue(pattern) ?? seriesIssue(pattern, series)
  if (issue === undefined) return
  throw new InvalidCommandError(
    `Nothing was saved: the number pattern ${pattern} cannot be used. ${issue} An administrator sets it in the settings.`,
    [{path: `settings.series.${kind}`, message: issue}],
  )
}

function seriesIssue(pattern: string, series: string | undefined): string | undefined {
  if (series === undefined) return undefined
  if (!/^[A-Za-z0-9]{1,12}$/.test(series)) {
    return `The till's series ${series} must be 1 to 12 letters and digits.`
  }
  if (pattern.includes('{series}')) return undefined
  return 'With a series of the till, the pattern needs {series}, or two tills would give the same number.'
}
