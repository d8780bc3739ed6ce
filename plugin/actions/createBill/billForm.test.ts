import {describe, expect, it} from 'vitest'
import type {Product} from '../../domain/documents.ts'
import {resolveOptions} from '../../domain/options.ts'
import {billFormReducer, emptyBillForm} from './billForm.ts'
import type {BillForm, BillFormAction} from './billForm.ts'
import {readBillForm} from './readBillForm.ts'
import {createSavedBillForm} from './savedBillForm.ts'

const settings = resolveOptions({currency: 'INR', tax: {defaultRate: 1800}})

function product(id: string, changes: Partial<Product> = {}): Product {
  return {
    _id: id,
    _type: 'product',
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    name: `Product ${id}`,
    sku: id,
    unit: {name: 'pcs', decimals: 0},
    price: 10_000,
    trackStock: true,
    isActive: true,
    ...changes,
  }
}

const bulb = product('bulb')
const wire = product('wire', {unit: {name: 'm', decimals: 2}, price: 4_550, taxRate: 500})
const products = new Map([bulb, wire].map((item) => [item._id, item]))
const sources = {products, settings}

function fill(...actions: readonly BillFormAction[]): BillForm {
  return actions.reduce(billFormReducer, emptyBillForm('key-1'))
}

const add = (id: string, item: Product): BillFormAction => ({
  type: 'addProduct',
  id,
  product: item,
  currency: 'INR',
})

describe('a bill being typed', () => {
  it('raises the quantity when the same product is scanned again', () => {
    const form = fill(add('a', bulb), add('b', wire), add('c', bulb))
    expect(form.lines.map(({product: id, quantity}) => [id, quantity])).toEqual([
      ['bulb', '2'],
      ['wire', '1'],
    ])
  })

  it('keeps the decimals of a scanned product that was typed finer', () => {
    const form = fill(
      add('a', wire),
      {type: 'editLine', id: 'a', change: {quantity: '1.5'}},
      add('b', wire),
    )
    expect(form.lines[0]?.quantity).toBe('2.5')
  })

  it('becomes the command of exactly what stands on the screen', () => {
    const form = fill(
      {type: 'setCustomer', customer: 'user.1'},
      add('a', bulb),
      {type: 'editLine', id: 'a', change: {quantity: '3', discount: '10%'}},
      add('b', wire),
      {type: 'editLine', id: 'b', change: {quantity: '2.25', price: '40'}},
      {type: 'addFreeLine', id: 'c'},
      {type: 'editLine', id: 'c', change: {name: ' Visit fee ', price: '250.00'}},
      {type: 'edit', change: {discount: '20.00', notes: ' by the door '}},
      {type: 'addPayment', id: 'p', method: 'upi', amount: '100'},
    )
    const read = readBillForm(form, sources)
    expect(read.command).toEqual({
      customer: 'user.1',
      lines: [
        {product: 'bulb', quantity: 3, unitPrice: 10_000, discount: {rate: 1000}},
        {product: 'wire', quantity: 225, unitPrice: 4_000},
        {name: 'Visit fee', quantity: 1, unitPrice: 25_000},
      ],
      discount: {amount: 2_000},
      payments: [{method: 'upi', amount: 10_000}],
      serviceType: 'sale',
      notes: 'by the door',
    })
    expect(read.totals.gross).toBe(30_000 + 9_000 + 25_000)
    expect(read.totals.discount).toBe(3_000 + 2_000)
    expect(read.payments.open).toBe(read.totals.total - 10_000)
  })

  it.each([
    ['no line', emptyBillForm('k'), 'bill-error.no-lines'],
    [
      'a bill discount above the goods',
      fill(add('a', bulb), {type: 'edit', change: {discount: '100.01'}}),
      'bill-error.discount-too-high',
    ],
    [
      'a due date that does not exist',
      fill(add('a', bulb), {type: 'edit', change: {dueDate: '2026-02-30'}}),
      'bill-error.due-date',
    ],
  ])('refuses %s in words', (_name, form, key) => {
    const read = readBillForm(form, sources)
    expect(read.command).toBeUndefined()
    expect(Object.values(read.errors).map((error) => error.key)).toEqual([key])
  })

  it.each([
    ['half a bulb', {quantity: '0.5'}, {quantity: {key: 'bill-error.quantity-whole'}}],
    ['none', {quantity: '0'}, {quantity: {key: 'bill-error.quantity'}}],
    ['words', {quantity: 'two'}, {quantity: {key: 'bill-error.quantity'}}],
    ['a negative price', {price: '-1'}, {price: {key: 'bill-error.price'}}],
    [
      'more discount than price',
      {discount: '100.01'},
      {discount: {key: 'bill-error.discount-too-high'}},
    ],
    ['more than 100 %', {discount: '101%'}, {discount: {key: 'bill-error.discount-too-high'}}],
  ])('refuses a line over %s', (_name, change, errors) => {
    const read = readBillForm(fill(add('a', bulb), {type: 'editLine', id: 'a', change}), sources)
    expect(read.lines.get('a')?.errors).toEqual(errors)
    expect(read.command).toBeUndefined()
  })

  it('refuses a product that was archived while the form stood open', () => {
    const read = readBillForm(fill(add('a', bulb)), {
      settings,
      products: new Map([['bulb', {...bulb, isActive: false}]]),
    })
    expect(read.lines.get('a')?.errors).toEqual({product: {key: 'bill-error.gone'}})
  })

  it('gives change on cash, follows the total when paid in full, refuses too much by card', () => {
    const paid = (method: 'cash' | 'card', amount: string) =>
      readBillForm(fill(add('a', bulb), {type: 'addPayment', id: 'p', method, amount}), sources)
        .payments
    expect(paid('cash', '200')).toMatchObject({paid: 11_800, change: 8_200, open: 0})
    expect(paid('card', '')).toMatchObject({paid: 11_800, change: 0, open: 0})
    expect(paid('card', '200').errors.get('p')).toEqual({key: 'bill-error.overpaid'})
  })
})

describe('a begun bill', () => {
  it('comes back with its key, and a foreign text is not believed', () => {
    const stored = new Map<string, string>()
    const saved = createSavedBillForm(
      {
        getItem: (name) => stored.get(name) ?? null,
        setItem: (name, text) => void stored.set(name, text),
        removeItem: (name) => void stored.delete(name),
      },
      'place',
    )
    const form = fill(add('a', bulb), {type: 'addPayment', id: 'p', method: 'cash', amount: ''})
    saved.save(form)
    expect(saved.load()).toEqual(form)
    saved.save(emptyBillForm('k'))
    expect(stored.size).toBe(0)
    stored.set('sanity-plugin-shop.bill.place', '{"key":1}')
    expect(saved.load()).toBeUndefined()
    expect(stored.size).toBe(0)
  })
})
