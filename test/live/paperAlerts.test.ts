import {expect, it} from 'vitest'
import type {Bill, BillBalance, DaySummary} from '../../plugin/domain/documents.ts'
import {resolveOptions} from '../../plugin/domain/options.ts'
import {buildPaperAlerts} from '../../plugin/domain/paperAlerts.ts'
import {createPaperAlertAggregates} from '../../plugin/live/paperAlertAggregates.ts'
import {createRandom} from '../operations/random.ts'

const settings = resolveOptions({currency: 'INR', timeZone: 'Asia/Kolkata'})
const DAYS: readonly [string, ...string[]] = [
  '2026-03-09',
  '2026-03-10',
  '2026-03-11',
  '2026-03-12',
  '2026-03-20',
]
const base = {_rev: 'r', _createdAt: '', _updatedAt: ''}
const by = {id: 'asha', name: 'Asha'}
const command = {operation: 'x', key: 'x', hash: 'x'}

it('the alerts on bills moved by deltas are those counted from scratch, after any history', () => {
  for (const seed of [1, 2, 3]) {
    const random = createRandom(seed)
    const pick = <T>(items: readonly [T, ...T[]]): T =>
      items[Math.floor(random() * items.length)] ?? items[0]
    const day = () => pick(DAYS)
    const bills = new Map<string, Bill>()
    const billBalances = new Map<string, BillBalance>()
    const daySummaries = new Map<string, DaySummary>()
    const aggregates = createPaperAlertAggregates()
    let seen = 0
    for (let step = 0; step < 150; step++) {
      const number = Math.floor(random() * 12)
      if (random() < 0.4) {
        const id = `bill.${number}`
        const after = random() < 0.2 ? undefined : sampleBill(id, day(), Math.floor(random() * 100))
        place(bills, id, after)
        aggregates.moveBill(id, after)
      } else {
        const id = `billBalance.${number}`
        const void_ = random() < 0.3 ? {at: `${day()}T10:00:00Z`, by, reason: 'Twice'} : undefined
        const open = Math.floor(random() * 3) * 1_000
        const after = random() < 0.2 ? undefined : sampleBalance(number, day(), open, void_)
        place(billBalances, id, after)
        aggregates.moveBalance(id, after)
      }
      const on = day()
      const expected = buildPaperAlerts({bills, billBalances, daySummaries, settings}, on)
      expect(aggregates.list({day: on, settings, summaries: daySummaries}), `seed ${seed}`).toEqual(
        expected,
      )
      seen += expected.dueSoon.length * expected.largeVoids.length * expected.largeDiscounts.length
    }
    expect(seen).toBeGreaterThan(0)
  }
})

it('the alerts on bills are the same object until one of them changes', () => {
  const aggregates = createPaperAlertAggregates()
  const context = {day: '2026-03-10', settings, summaries: new Map<string, DaySummary>()}
  aggregates.moveBill('bill.1', sampleBill('bill.1', '2026-03-10', 90))
  const alerts = aggregates.list(context)
  expect(alerts.largeDiscounts).toHaveLength(1)
  aggregates.moveBill('bill.2', sampleBill('bill.2', '2026-03-10', 0))
  aggregates.moveBalance('billBalance.2', sampleBalance(2, '2026-03-10', 0, undefined))
  expect(aggregates.list(context)).toBe(alerts)
  aggregates.moveBalance('billBalance.3', sampleBalance(3, '2026-03-11', 1_000, undefined))
  const withDue = aggregates.list(context)
  expect(withDue.dueSoon).toHaveLength(1)
  expect(withDue.largeDiscounts).toBe(alerts.largeDiscounts)
  expect(alerts.dueSoon).toHaveLength(0)
})

it('what counts as a large void follows the usual bill of the days before, not of the day itself', () => {
  const summaries = new Map([summary('2026-03-09', 10, 10_000), summary('2026-03-10', 1, 900_000)])
  const voided = {at: '2026-03-10T10:00:00Z', by, reason: 'Twice'}
  const alertsFor = (total: number) =>
    buildPaperAlerts(
      {
        bills: new Map(),
        billBalances: new Map([
          ['billBalance.1', {...sampleBalance(1, '2026-03-10', 0, voided), total}],
        ]),
        daySummaries: summaries,
        settings,
      },
      '2026-03-10',
    ).largeVoids.length
  expect([alertsFor(2_999), alertsFor(3_000)]).toEqual([0, 1])
})

function place<T>(map: Map<string, T>, id: string, item: T | undefined): void {
  if (item === undefined) map.delete(id)
  else map.set(id, item)
}

function sampleBill(id: string, day: string, percent: number): Bill {
  const discount = percent * 10
  const totals = {
    gross: 1_000,
    discount,
    net: 1_000 - discount,
    tax: 0,
    rounding: 0,
    total: 1_000 - discount,
    cost: 0,
    taxIncluded: false,
    taxes: [],
  }
  const at = `${day}T10:00:00Z`
  return {
    ...base,
    _id: id,
    _type: 'bill',
    number: id,
    series: 's',
    sequence: 1,
    serviceType: 'sale',
    lines: [],
    totals,
    currency: 'INR',
    dueDate: day,
    day,
    issuedAt: at,
    occurredAt: at,
    issuedBy: by,
    command,
  }
}

function sampleBalance(
  number: number,
  day: string,
  balance: number,
  voided: BillBalance['void'],
): BillBalance {
  return {
    ...base,
    _id: `billBalance.${number}`,
    _type: 'billBalance',
    number: `B-${number}`,
    bill: {_type: 'reference', _ref: `bill.${number}`, _weak: true},
    total: 2_000,
    paid: 0,
    credited: 0,
    balance,
    dueDate: day,
    day,
    ...(voided === undefined ? {} : {void: voided}),
  }
}

function summary(day: string, bills: number, sales: number): [string, DaySummary] {
  return [
    `daySummary.${day}`,
    {
      ...base,
      _id: `daySummary.${day}`,
      _type: 'daySummary',
      day,
      bills,
      sales,
      creditNotes: 0,
      credits: 0,
      tax: 0,
      cost: 0,
      byHour: {},
      byMethod: {},
      byCategory: {},
      byBrand: {},
    },
  ]
}
