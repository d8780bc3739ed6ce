import {describe, expect, it} from 'vitest'
import {proveShop} from './proof.ts'

const stored = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const reference = (id: string) => ({_type: 'reference', _ref: id, _weak: true})
const by = {id: 'u', name: 'Asha'}
const unit = {name: 'pcs', decimals: 0}
const command = {operation: 'stock.receive', key: 'k', hash: 'h'}

const entry = (sequence: number, quantity: number, balanceAfter: number) => ({
  ...stored,
  _id: `stockTransaction.${sequence}`,
  _type: 'stockTransaction',
  product: reference('fan'),
  productName: 'Fan',
  unit,
  sequence,
  kind: 'purchase',
  quantity,
  balanceAfter,
  unitCost: 10,
  value: quantity * 10,
  actor: by,
  occurredAt: '2026-01-01T00:00:00Z',
  day: '2026-01-01',
  command,
})

const level = (onHand: number, sequence: number) => ({
  ...stored,
  _id: 'stockLevel.fan',
  _type: 'stockLevel',
  product: {_type: 'reference', _ref: 'fan'},
  onHand,
  value: onHand * 10,
  sequence,
  unit,
  lastEntry: {kind: 'purchase', quantity: 1, at: '2026-01-01T00:00:00Z', by},
})

const paths = (documents: readonly unknown[]) =>
  proveShop(documents).map(({kind, field, expected, found}) => [kind, field, expected, found])

describe('the proof of a shop', () => {
  it('finds nothing in an empty shop, and nothing where ledger and level agree', () => {
    expect(proveShop([])).toEqual([])
    expect(paths([entry(1, 5, 5), entry(2, -2, 3), level(3, 2)])).toEqual([])
  })

  it('names a level that drifted, a broken chain, a missing entry and a missing level', () => {
    expect(paths([entry(1, 5, 5), level(4, 1)])).toEqual([
      ['level', 'onHand', 5, 4],
      ['level', 'value', 50, 40],
    ])
    expect(paths([entry(1, 5, 5), entry(2, 1, 7), level(6, 2)])).toEqual([
      ['ledger', 'balanceAfter', 6, 7],
    ])
    expect(paths([entry(1, 5, 5), entry(3, 1, 8), level(8, 3)])).toEqual([
      ['ledger', 'entry before', 2, undefined],
    ])
    expect(paths([entry(1, 5, 5), level(7, 2)])).toEqual([
      ['level', 'sequence', 1, 2],
      ['level', 'onHand', 5, 7],
      ['level', 'value', 50, 70],
    ])
    expect(paths([entry(1, 0, 0)])).toEqual([
      ['level', 'sequence', 1, undefined],
      ['level', 'onHand', 0, undefined],
      ['level', 'value', 0, undefined],
    ])
  })

  it('says what differs by how much, in one sentence', () => {
    expect(proveShop([entry(1, 5, 5), level(4, 1)])[0]).toMatchObject({
      document: 'stockLevel.fan',
      product: 'fan',
      difference: -1,
      message: 'Stock of Fan: onHand is 4, should be 5 (-1)',
    })
  })

  it('tells a sale without its entry and an entry without its bill', () => {
    const sale = {
      ...entry(1, 5, 5),
      kind: 'sale',
      source: {...reference('bill.gone'), label: 'B-9'},
    }
    expect(paths([sale, level(5, 1)])).toEqual([['ledger', 'source', 'B-9', undefined]])
  })

  it('names a counter without its papers and a day without its bills', () => {
    const series = {
      ...stored,
      _id: 'series.bill',
      _type: 'series',
      name: 'bill',
      kind: 'bill',
      last: 2,
    }
    const day = {...stored, _id: 'daySummary.2026-01-01', _type: 'daySummary', day: '2026-01-01'}
    expect(paths([series])).toEqual([['number', 'last', 0, 2]])
    expect(paths([{...day, sales: 5, byHour: {h09: 5}}])).toEqual([
      ['summary', 'sales', 0, 5],
      ['summary', 'byHour.h09', 0, 5],
    ])
  })

  it('flags malformed documents, leaves out drafts, survives anything', () => {
    expect(paths([{...level(1, 1), onHand: '1'}]).map(([kind, field]) => [kind, field])).toEqual([
      ['malformed', 'onHand'],
    ])
    expect(proveShop([{...level(1, 1), _id: 'drafts.x'}, null, 3, {}, {_type: 'other'}])).toEqual(
      [],
    )
  })
})
