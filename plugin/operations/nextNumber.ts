import {dayOf} from '../domain/calendar.ts'
import {seriesId} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {formatNumber, seriesName} from '../domain/numbering.ts'
import type {PlanContext} from './operation.ts'
import type {Snapshot} from './snapshot.ts'

type NumberedKind = 'bill' | 'creditNote'

export function seriesIdFor(kind: NumberedKind, {settings, now}: PlanContext): string {
  return seriesId(seriesName(kind, settings.series[kind], dayOf(now, settings.timeZone)))
}

/**
 * The next number of a series, which turns with the year of the shop's day of issue. The counter moves by its revision
 * in the same transaction: a refused transaction consumes no number.
 */
export function nextNumber(kind: NumberedKind, snapshot: Snapshot, context: PlanContext) {
  const pattern = context.settings.series[kind]
  const today = dayOf(context.now, context.settings.timeZone)
  const name = seriesName(kind, pattern, today)
  const id = seriesId(name)
  const stored = snapshot.find('series', id)
  const sequence = (stored?.last ?? 0) + 1
  const mutation: ShopMutation =
    stored === undefined
      ? {create: {_id: id, _type: 'series', name, kind, last: sequence}}
      : {patch: {id, ifRevisionID: stored._rev, set: {last: sequence}}}
  return {series: name, sequence, number: formatNumber(pattern, today, sequence), mutation}
}
