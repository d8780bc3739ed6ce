import {deriveSummaries, summaryChange} from '../daySums.ts'
import {daySummaryId} from '../ids.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'
import type {ShopRecords} from './readDocuments.ts'

/** The sums of every day follow from its bills, credit notes and payments. */
export function proveSummaries(shop: ShopRecords): Drift[] {
  const derived = deriveSummaries(shop)
  const stored = new Map(shop.daySummary.map((summary) => [summary.day, summaryChange(summary)]))
  const days = new Set([...derived.keys(), ...stored.keys()])
  return [...days].toSorted().flatMap((day) => {
    const expected = derived.get(day) ?? new Map<string, number>()
    const actual = stored.get(day) ?? new Map<string, number>()
    const paths = new Set([...expected.keys(), ...actual.keys()])
    return [...paths].flatMap((field) =>
      compare(
        {kind: 'summary', document: daySummaryId(day), field, label: `Day ${day}`},
        expected.get(field) ?? 0,
        actual.get(field) ?? 0,
      ),
    )
  })
}
