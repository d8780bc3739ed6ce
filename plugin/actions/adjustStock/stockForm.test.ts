import {describe, expect, it} from 'vitest'
import type {Product} from '../../domain/documents.ts'
import {emptyStockForm, readStockForm} from './stockForm.ts'
import type {StockForm} from './stockForm.ts'

const cable: Product = {
  _id: 'cable',
  _type: 'product',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  name: 'Cable',
  sku: 'C-1',
  unit: {name: 'm', decimals: 2},
  price: 1_000,
  trackStock: true,
  isActive: true,
}

const read = (changes: Partial<StockForm>) =>
  readStockForm({...emptyStockForm('k', 'cable'), ...changes}, cable, 1_000)

describe('adjusting stock', () => {
  it('adds and takes away by sign', () => {
    expect(read({quantity: '-2.5', reason: 'lost'})).toEqual({
      errors: {},
      after: 750,
      request: {
        operation: 'adjust',
        command: {product: 'cable', quantity: -250, reason: 'lost', kind: 'adjustment'},
      },
    })
    expect(read({quantity: '+2', reason: 'found'}).after).toBe(1_200)
  })

  it('sets to a count without a reason of its own', () => {
    expect(read({mode: 'count', quantity: '0'})).toEqual({
      errors: {},
      after: 0,
      request: {operation: 'count', command: {product: 'cable', counted: 0}},
    })
  })

  it.each([
    [{quantity: '0', reason: 'x'}, {quantity: {key: 'stock-form.error.quantity'}}],
    [{quantity: 'two', reason: 'x'}, {quantity: {key: 'stock-form.error.quantity'}}],
    [
      {quantity: '1.234', reason: 'x'},
      {quantity: {key: 'stock-form.error.decimals', values: {count: 2}}},
    ],
    [{quantity: '1', reason: ' '}, {reason: {key: 'stock-form.error.reason'}}],
    [
      {quantity: '1', reason: 'x', kind: 'damage' as const},
      {quantity: {key: 'stock-form.error.damage-sign'}},
    ],
    [{quantity: '-1', mode: 'count' as const}, {quantity: {key: 'stock-form.error.counted'}}],
  ])('refuses %j in words', (changes, errors) => {
    expect(read(changes)).toMatchObject({errors})
    expect(read(changes).request).toBeUndefined()
  })

  it('asks for a product first', () => {
    expect(readStockForm(emptyStockForm('k'), undefined, 0)).toEqual({
      errors: {product: {key: 'stock-form.error.product'}},
    })
  })
})
