import {expect, it} from 'vitest'
import type {Drift} from './drift.ts'
import {compare} from './drift.ts'
import {toDriftAlerts} from './driftAlerts.ts'

it('makes one alert of all that is wrong with a document, and says what an entry can correct', () => {
  const level = {kind: 'level' as const, document: 'stockLevel.p1', label: 'Stock of Fan'}
  const drifts: Drift[] = [
    ...compare({kind: 'total', document: 'bill.1', field: 'total', label: 'B-1'}, 1, 2),
    ...compare({...level, product: 'p1', field: 'onHand'}, 3, 5),
    ...compare({...level, product: 'p1', field: 'value'}, 30, 50),
  ]
  const [total, onHand, value] = drifts
  expect(toDriftAlerts(drifts)).toEqual([
    {document: 'bill.1', label: 'B-1', drifts: [total]},
    {document: 'stockLevel.p1', label: 'Stock of Fan', drifts: [onHand, value], product: 'p1'},
  ])
})
