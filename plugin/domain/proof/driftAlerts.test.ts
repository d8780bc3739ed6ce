import {describe, expect, it} from 'vitest'
import type {Drift, DriftPlace} from './drift.ts'
import {compare} from './drift.ts'
import {toDriftAlerts} from './driftAlerts.ts'

const drift = (place: Partial<DriftPlace> & Pick<DriftPlace, 'kind' | 'document'>): Drift[] =>
  compare({field: 'field', subject: {of: 'paper', name: place.document}, ...place}, 1, 2)

const alertsOf = (...drifts: Drift[][]) =>
  toDriftAlerts(drifts.flat()).map(({document, correction, advice}) => ({
    document,
    correction,
    advice,
  }))

it('makes one alert of all that is wrong with a document', () => {
  const bill = {of: 'paper' as const, name: 'B-1'}
  const stock = {of: 'stock' as const, name: 'Fan'}
  const level = {kind: 'level' as const, document: 'stockLevel.p1', subject: stock}
  const drifts: Drift[] = [
    ...compare({kind: 'total', document: 'bill.1', field: 'total', subject: bill}, 1, 2),
    ...compare({...level, product: 'p1', field: 'onHand'}, 3, 5),
    ...compare({...level, product: 'p1', field: 'value'}, 30, 50),
  ]
  const [total, onHand, value] = drifts
  expect(toDriftAlerts(drifts)).toEqual([
    {document: 'bill.1', subject: bill, label: 'B-1', drifts: [total], advice: 'paper'},
    {
      document: 'stockLevel.p1',
      subject: stock,
      label: 'Stock of Fan',
      drifts: [onHand, value],
      product: 'p1',
      correction: {kind: 'stock', product: 'p1'},
    },
  ])
})

const series = {of: 'series' as const, name: 'bill-2026'}

describe('what one click can put right', () => {
  it('is stock, a balance, a day, an account, and a counter that is behind', () => {
    const behind = {kind: 'number' as const, field: 'last', subject: series}
    expect(
      alertsOf(
        drift({kind: 'balance', document: 'billBalance.1'}),
        drift({kind: 'summary', document: 'daySummary.2026-03-05'}),
        drift({kind: 'account', document: 'customerAccount.x', customer: 'user.1'}),
        compare({...behind, document: 'series.bill-2026'}, 7, 5),
        compare({...behind, document: 'series.bill-T2.1'}, 7, undefined),
      ),
    ).toEqual([
      {document: 'series.bill-2026', correction: {kind: 'series', series: 'bill-2026'}},
      {document: 'series.bill-T2.1', correction: {kind: 'series', series: 'bill-T2.1'}},
      {document: 'billBalance.1', correction: {kind: 'balance', bill: 'bill.1'}},
      {document: 'customerAccount.x', correction: {kind: 'account', customer: 'user.1'}},
      {document: 'daySummary.2026-03-05', correction: {kind: 'day', day: '2026-03-05'}},
    ])
  })

  it('is nothing that repeats what was edited, no counter that is ahead, no paper, no entry: each says what to do', () => {
    const total = drift({kind: 'total', document: 'bill.1', day: '2026-03-05'})
    const found = alertsOf(
      total,
      drift({kind: 'balance', document: 'billBalance.1', customer: 'user.1'}),
      drift({kind: 'summary', document: 'daySummary.2026-03-05'}),
      drift({kind: 'account', document: 'customerAccount.x', customer: 'user.1'}),
      compare({kind: 'number', field: 'last', subject: series, document: 'series.b'}, 5, 7),
      drift({kind: 'balance', document: 'foreign', customer: 'user.2'}),
      drift({kind: 'number', document: 'bill.2'}),
      drift({kind: 'ledger', document: 'stockTransaction.1'}),
      drift({kind: 'ledger', document: 'bill.3'}),
    )
    expect(found.every(({correction}) => correction === undefined)).toBe(true)
    expect(Object.fromEntries(found.map(({document, advice}) => [document, advice]))).toEqual({
      'bill.1': 'paper',
      'billBalance.1': 'repeats',
      'daySummary.2026-03-05': 'repeats',
      'customerAccount.x': 'repeats',
      'series.b': 'number',
      foreign: 'paper',
      'bill.2': 'number',
      'stockTransaction.1': 'entry',
      'bill.3': 'moved',
    })
  })
})
