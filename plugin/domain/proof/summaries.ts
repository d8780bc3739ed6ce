import {deriveSummaries} from '../daySums.ts'
import type {DaySummary} from '../documents.ts'
import {daySummaryId} from '../ids.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'
import type {ShopRecords} from './readDocuments.ts'

/** The sums of every day follow from its bills, credit notes and payments. */
export function proveSummaries(shop: ShopRecords): Drift[] {
  const derived = deriveSummaries(shop)
  const stored = new Map(shop.daySummary.map((summary) => [summary.day, flatten(summary)]))
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

function flatten(summary: DaySummary): Map<string, number> {
  const {bills, sales, creditNotes, credits, tax, cost} = summary
  const sums = new Map(Object.entries({bills, sales, creditNotes, credits, tax, cost}))
  const {byHour, byMethod, byCategory, byBrand} = summary
  for (const [group, values] of Object.entries({byHour, byMethod, byCategory, byBrand})) {
    for (const [key, value] of Object.entries(values)) sums.set(`${group}.${key}`, value)
  }
  return sums
}
