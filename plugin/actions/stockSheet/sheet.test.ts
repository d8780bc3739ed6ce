import {describe, expect, it} from 'vitest'
import type {Product, StockLevel, StockTransaction} from '../../domain/documents.ts'
import {readSheet} from './readSheet.ts'
import {createSavedSheet} from './savedSheet.ts'
import {emptySheet, sheetReducer} from './sheet.ts'
import type {Sheet, SheetMode} from './sheet.ts'

const stored = {_rev: 'r', _createdAt: '2026-11-03T08:00:00Z', _updatedAt: '2026-11-03T08:00:00Z'}
const by = {id: 'asha', name: 'Asha'}

const wire: Product = {
  ...stored,
  _id: 'wire',
  _type: 'product',
  name: 'Wire',
  sku: 'WIRE',
  unit: {name: 'm', decimals: 2},
  price: 3_000,
  trackStock: true,
  isActive: true,
}

const level: StockLevel = {
  ...stored,
  _id: 'stockLevel.wire',
  _type: 'stockLevel',
  product: {_type: 'reference', _ref: 'wire'},
  onHand: 2_000,
  value: 0,
  sequence: 3,
  unit: wire.unit,
  lastEntry: {kind: 'sale', quantity: -500, at: '2026-11-03T10:00:00Z', by},
}

const sold: StockTransaction = {
  ...stored,
  _id: 'stockTransaction.1',
  _type: 'stockTransaction',
  product: {_type: 'reference', _ref: 'wire', _weak: true},
  productName: 'Wire',
  unit: wire.unit,
  sequence: 3,
  kind: 'sale',
  quantity: -500,
  balanceAfter: 2_000,
  unitCost: 0,
  value: 0,
  actor: by,
  occurredAt: '2026-11-03T10:00:00Z',
  day: '2026-11-03',
  command: {operation: 'bills.create', key: 'k', hash: 'h'},
}

const sources = {
  products: new Map([['wire', wire]]),
  levelOf: () => level,
  entriesOf: () => [sold],
  currency: 'INR',
}

const sheetOf = (mode: SheetMode, line: {quantity: string; cost?: string; at?: string}): Sheet => ({
  ...emptySheet('key', mode),
  lines: [
    {
      product: 'wire',
      quantity: line.quantity,
      cost: line.cost ?? '',
      countedAt: line.at ?? '2026-11-03T11:00:00Z',
    },
  ],
})

const add = (sheet: Sheet, now: string) => sheetReducer(sheet, {type: 'add', product: wire, now})

describe('a round through the shop', () => {
  it('counts one whole unit more for each scan, and remembers when', () => {
    const once = add(emptySheet('key', 'count'), '2026-11-03T09:00:00Z')
    const twice = add(once, '2026-11-03T09:05:00Z')
    expect(twice.lines).toEqual([
      {product: 'wire', quantity: '2', cost: '', countedAt: '2026-11-03T09:05:00Z'},
    ])
  })

  it('does not take a typed cost for a new count', () => {
    const sheet = add(emptySheet('key', 'receive'), '2026-11-03T09:00:00Z')
    const now = '2026-11-03T09:30:00Z'
    const edit = (change: {quantity?: string; cost?: string}) =>
      sheetReducer(sheet, {type: 'edit', product: 'wire', change, now}).lines[0]?.countedAt
    expect(edit({cost: '5'})).toBe('2026-11-03T09:00:00Z')
    expect(edit({quantity: '5'})).toBe(now)
  })

  it('receives on top of what is there, at a cost or at the last one', () => {
    const read = readSheet(sheetOf('receive', {quantity: '12.5', cost: '21'}), sources)
    expect(read.lines.get('wire')).toEqual({errors: {}, before: 2_000, after: 3_250, since: 0})
    expect(read.command).toEqual({
      mode: 'receive',
      command: {key: 'key', lines: [{product: 'wire', quantity: 1_250, unitCost: 2_100}]},
    })
  })

  it('shows what was sold since the count on top of it, and sends the time of the count', () => {
    const at = '2026-11-03T09:00:00Z'
    const read = readSheet(sheetOf('count', {quantity: '24', at}), sources)
    expect(read.lines.get('wire')).toMatchObject({before: 2_000, after: 1_900, since: -500})
    expect(read.command?.command).toEqual({
      key: 'key',
      counts: [{product: 'wire', counted: 2_400, countedAt: at}],
    })
  })

  it('refuses what is no quantity, finer than the unit, or nothing to receive; nothing may be counted', () => {
    const errorOf = (mode: SheetMode, quantity: string) =>
      readSheet(sheetOf(mode, {quantity}), sources).lines.get('wire')?.errors.quantity?.key
    expect(errorOf('receive', '0')).toBe('bill-error.quantity')
    expect(errorOf('receive', '1.234')).toBe('stock-form.error.decimals')
    expect(errorOf('count', '0')).toBeUndefined()
    expect(errorOf('count', '')).toBe('stock-form.error.counted')
    expect(readSheet(emptySheet('key', 'count'), sources).error?.key).toBe('sheet.error.lines')
  })

  it('comes back from the tab’s storage as it was, and not from what somebody else wrote there', () => {
    const items = new Map<string, string>()
    const storage = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, text: string) => void items.set(name, text),
      removeItem: (name: string) => void items.delete(name),
    }
    const saved = createSavedSheet(storage, 'here', 'count')
    const sheet = sheetOf('count', {quantity: '24'})
    saved.save(sheet)
    expect(saved.load()).toEqual(sheet)
    for (const name of items.keys()) items.set(name, '{"lines": 7}')
    expect(saved.load()).toBeUndefined()
  })
})
