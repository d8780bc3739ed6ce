import {performance} from 'node:perf_hooks'
import {abcAnalysis} from '../../plugin/domain/analytics/abc.ts'
import {salesHeatMap} from '../../plugin/domain/analytics/heatMap.ts'
import {dayNumber, dayOfNumber, rangeBefore} from '../../plugin/domain/analytics/periods.ts'
import type {DayRange} from '../../plugin/domain/analytics/periods.ts'
import {
  salesByPeriod,
  summariesIn,
  sumSummaries,
  toShares,
} from '../../plugin/domain/analytics/salesSums.ts'
import type {DaySummary} from '../../plugin/domain/documents.ts'
import {daySummaryId} from '../../plugin/domain/ids.ts'

/** Everything that the Sales part of Analytics shows of a range, from day summaries in memory; goal: under 200 ms. */
const GOAL_MS = 200
const ranges = [
  {name: 'one month', days: 31},
  {name: 'one year', days: 365},
  {name: 'ten years', days: 3_650},
]
const TO = '2026-06-30'

const summaries = makeSummaries(3_650)
for (const {name, days} of ranges) {
  const range = {from: dayOfNumber(dayNumber(TO) - days + 1), to: TO}
  const times = Array.from({length: 25}, () => measure(() => deriveAll(range)))
  const p50 = median(times)
  const by = `${((p50 * 1000) / days).toFixed(1)} µs a day`
  console.log(
    `${name.padStart(10)}: ${p50.toFixed(1)} ms (${by}), ${(p50 / GOAL_MS).toFixed(2)} of ${GOAL_MS} ms`,
  )
}

function deriveAll(range: DayRange): number {
  const now = sumSummaries(summariesIn(summaries, range))
  const before = sumSummaries(summariesIn(summaries, rangeBefore(range)))
  const series = salesByPeriod(summaries, range, 'day')
  const map = salesHeatMap(summaries, range)
  const categories = toShares(now.byCategory, now.sales)
  const products = abcAnalysis(
    categories.map(({key, amount}) => ({
      product: key,
      name: key,
      unit: {name: 'pcs', decimals: 0},
      quantity: 1,
      net: amount,
      cost: 0,
      bills: 1,
    })),
  )
  return now.sales - before.sales + series.length + map.most + products.length
}

function makeSummaries(count: number): readonly DaySummary[] {
  const stamp = {_rev: 'r', _createdAt: '', _updatedAt: ''}
  return Array.from({length: count}, (_, index) => {
    const day = dayOfNumber(dayNumber(TO) - index)
    return {
      ...stamp,
      _id: daySummaryId(day),
      _type: 'daySummary',
      day,
      bills: 120,
      sales: 500_000 + index,
      creditNotes: 2,
      credits: 4_000,
      tax: 60_000,
      cost: 300_000,
      byHour: record('h', 12, 8),
      byMethod: record('m', 5, 0),
      byCategory: record('k_c', 24, 0),
      byBrand: record('k_b', 12, 0),
    }
  })
}

function record(prefix: string, count: number, from: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({length: count}, (_, index) => [
      `${prefix}${String(index + from).padStart(2, '0')}`,
      1_000 * (index + 1),
    ]),
  )
}

function measure(work: () => number): number {
  const start = performance.now()
  if (work() === 0) throw new Error('Nothing was counted.')
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
