import type {DayChange} from '../domain/daySums.ts'
import {daySummaryId} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'

/**
 * Moves a day's summary by increments without a revision: increments commute, so tills never conflict over it. The
 * attributes are set first in a patch of their own, since one patch does not promise an order of its parts.
 */
export function summariseDay(day: string, change: DayChange): ShopMutation[] {
  const inc = Object.fromEntries([...change].filter(([, amount]) => amount !== 0))
  if (Object.keys(inc).length === 0) return []
  const id = daySummaryId(day)
  const setIfMissing = Object.fromEntries(Object.keys(inc).map((path) => [path, 0]))
  return [
    {createIfNotExists: {_id: id, _type: 'daySummary', day, ...EMPTY_SUMS}},
    {patch: {id, setIfMissing}},
    {patch: {id, inc}},
  ]
}

const EMPTY_SUMS = {
  bills: 0,
  sales: 0,
  creditNotes: 0,
  credits: 0,
  tax: 0,
  cost: 0,
  byHour: {},
  byMethod: {},
  byCategory: {},
  byBrand: {},
}
