import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays} from '../calendar.ts'
import type {DaySummary} from '../documents.ts'
import {daySummaryId} from '../ids.ts'
import {salesHeatMap} from './heatMap.ts'
import {dayOfNumber, dayNumber, lengthOf, periodsOf, rangeBefore, weekdayOf} from './periods.ts'
import type {DayRange, Grain} from './periods.ts'
import {
  growth,
  margin,
  marginRate,
  netSales,
  salesByPeriod,
  summariesIn,
  sumSummaries,
  toShares,
} from './salesSums.ts'

const FIRST = dayNumber('2023-12-01')
const days = fc.integer({min: 0, max: 900}).map((offset) => dayOfNumber(FIRST + offset))
const ranges = fc
  .tuple(days, fc.integer({min: 0, max: 500}))
  .map(([from, more]): DayRange => ({from, to: dayOfNumber(dayNumber(from) + more)}))
const grains = fc.constantFrom<Grain>('day', 'week', 'month')
const amounts = fc.integer({min: -50_000, max: 5_000_000})
const keyed = (keys: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...keys), amounts, {maxKeys: keys.length})

const summaries = fc
  .uniqueArray(
    fc.record({
      day: days,
      bills: fc.nat(500),
      sales: amounts,
      creditNotes: fc.nat(20),
      credits: fc.nat(100_000),
      tax: fc.nat(100_000),
      cost: amounts,
      byHour: keyed(['h00', 'h09', 'h13', 'h23']),
      byMethod: keyed(['cash', 'card']),
      byCategory: keyed(['k_a', 'k_b']),
      byBrand: keyed(['k_x']),
    }),
    {selector: ({day}) => day, maxLength: 60},
  )
  .map((all) => all.map(toSummary))

function toSummary(
  fields: Omit<DaySummary, '_id' | '_type' | '_rev' | '_createdAt' | '_updatedAt'>,
): DaySummary {
  const stamp = '2026-01-01T00:00:00Z'
  return {
    ...fields,
    _id: daySummaryId(fields.day),
    _type: 'daySummary',
    _rev: 'r',
    _createdAt: stamp,
    _updatedAt: stamp,
  }
}

describe('periods', () => {
  it('cover a range without a gap and without an overlap, weeks from Monday, months from the first', () => {
    fc.assert(
      fc.property(ranges, grains, (range, by) => {
        const periods = periodsOf(range, by)
        expect(periods[0]?.from).toBe(range.from)
        expect(periods.at(-1)?.to).toBe(range.to)
        for (const [index, {from, to}] of periods.entries()) {
          expect(from <= to).toBe(true)
          const next = periods[index + 1]
          if (next === undefined) continue
          expect(next.from).toBe(addDays(to, 1))
          if (by === 'week') expect(weekdayOf(next.from)).toBe(0)
          if (by === 'month') expect(next.from.endsWith('-01')).toBe(true)
        }
      }),
    )
  })

  it('compare with what lies right before: as many days, or as many whole months', () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const before = rangeBefore(range)
        expect(addDays(before.to, 1)).toBe(range.from)
        const isWholeMonths = range.from.endsWith('-01') && addDays(range.to, 1).endsWith('-01')
        if (isWholeMonths) expect(before.from.endsWith('-01')).toBe(true)
        else expect(lengthOf(before)).toBe(lengthOf(range))
      }),
    )
    expect(rangeBefore({from: '2026-03-01', to: '2026-03-31'})).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(rangeBefore({from: '2026-01-01', to: '2026-12-31'}).from).toBe('2025-01-01')
  })
})

describe('sums of day summaries', () => {
  it('are the same by day, week and month as over the whole range, and as counted one by one', () => {
    fc.assert(
      fc.property(summaries, ranges, grains, (all, range, by) => {
        const whole = sumSummaries(summariesIn(all, range))
        const members = all.filter(({day}) => day >= range.from && day <= range.to)
        const count = (read: (summary: DaySummary) => number) =>
          members.reduce((sum, summary) => sum + read(summary), 0)
        expect(whole.sales).toBe(count(({sales}) => sales))
        expect(margin(whole)).toBe(count((one) => one.sales - one.credits - one.tax - one.cost))
        expect(whole.byMethod.get('cash') ?? 0).toBe(count(({byMethod}) => byMethod['cash'] ?? 0))
        const periods = salesByPeriod(all, range, by)
        const sum = (read: (sums: (typeof periods)[0]['sums']) => number) =>
          periods.reduce((total, {sums}) => total + read(sums), 0)
        expect(sum(({bills}) => bills)).toBe(whole.bills)
        expect(sum(netSales)).toBe(netSales(whole))
        expect(whole.byCategory.get('k_a') ?? 0).toBe(
          count(({byCategory}) => byCategory['k_a'] ?? 0),
        )
      }),
    )
  })

  it('fall on weekday and hour as each day does', () => {
    fc.assert(
      fc.property(summaries, ranges, (all, range) => {
        const map = salesHeatMap(all, range)
        const mondays = summariesIn(all, range).filter(({day}) => weekdayOf(day) === 0)
        expect(map.rows[0]?.hours[13]).toBe(
          mondays.reduce((sum, {byHour}) => sum + (byHour['h13'] ?? 0), 0),
        )
        expect(map.rows.reduce((sum, {days: count}) => sum + count, 0)).toBe(lengthOf(range))
        const counted = periodsOf(range, 'day').filter(({from}) => weekdayOf(from) === 3).length
        expect(map.rows[3]?.days).toBe(counted)
      }),
    )
  })

  it('give shares in order, and rates only of something', () => {
    const shares = toShares(
      new Map([
        ['card', 2_500],
        ['cash', 7_500],
        ['upi', 0],
      ]),
      10_000,
    )
    expect(shares).toEqual([
      {key: 'cash', amount: 7_500, share: 7_500},
      {key: 'card', amount: 2_500, share: 2_500},
    ])
    expect(growth(150, 100)).toBe(5_000)
    expect(growth(150, 0)).toBeUndefined()
    expect(marginRate(sumSummaries([]))).toBeUndefined()
  })
})
