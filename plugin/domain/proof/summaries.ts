import {deriveSummaries, summaryChange} from '../daySums.ts'
import type {DayChange} from '../daySums.ts'
import type {DaySummary} from '../documents.ts'
import {daySummaryId} from '../ids.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'
import type {ShopRecords} from './readDocuments.ts'

/** The sums of every day follow from its bills, credit notes and payments. */
export function proveSummaries(shop: ShopRecords): Drift[] {
  const derived = deriveSummaries(shop)
  const stored = new Map(shop.daySummary.map((summary) => [summary.day, summary]))
  const days = new Set([...derived.keys(), ...stored.keys()])
  return [...days].toSorted().flatMap((day) => proveDay(day, derived.get(day), stored.get(day)))
}

const nothing: DayChange = new Map()

/** What a day's summary says against the sums of its documents; a path that is absent is 0. */
export function proveDay(
  day: string,
  derived: DayChange | undefined,
  stored: DaySummary | undefined,
): Drift[] {
  const place = {
    kind: 'summary' as const,
    document: daySummaryId(day),
    subject: {of: 'day' as const, name: day},
  }
  const expected = derived ?? nothing
  const actual = stored === undefined ? nothing : summaryChange(stored)
  const paths = new Set([...expected.keys(), ...actual.keys()])
  return [
    ...compare({...place, field: 'day'}, day, stored?.day ?? day),
    ...[...paths].flatMap((field) =>
      compare({...place, field}, expected.get(field) ?? 0, actual.get(field) ?? 0),
    ),
  ]
}
