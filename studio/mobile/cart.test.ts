import type {Product} from 'sanity-plugin-shop/core'
import {describe, expect, it} from 'vitest'
import {cartLines, cartTotals, changeCart, toBillCommand} from './cart.ts'
import type {Cart} from './cart.ts'
import {findProducts} from './findProducts.ts'
import {textsFor} from './texts.ts'

const product = (id: string, more: Partial<Product> = {}): Product => ({
  _id: id,
  _type: 'product',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  name: id,
  sku: id.toUpperCase(),
  unit: {name: 'pcs', decimals: 0},
  price: 1_000,
  trackStock: true,
  isActive: true,
  ...more,
})

const rice = product('rice', {unit: {name: 'kg', decimals: 3}, taxRate: 500})
const products = new Map([
  ['fan', product('fan', {barcode: '890'})],
  ['rice', rice],
])
const tax = {defaultRate: 1_800, included: false, rounding: 'line'} as const

describe('the sale on the phone', () => {
  it('adds whole units, takes them away, and lets go of what is at 0', () => {
    const empty: Cart = new Map()
    const two = changeCart(changeCart(empty, 'rice', 1), 'rice', 1)
    expect(cartLines(two, products)).toEqual([{product: rice, units: 2, quantity: 2_000}])
    expect(changeCart(two, 'rice', -2).size).toBe(0)
    expect(cartLines(changeCart(empty, 'gone', 1), products)).toEqual([])
  })

  it('shows the total that the bill will have, and pays all of it or nothing', () => {
    const cart = changeCart(changeCart(new Map(), 'fan', 1), 'rice', 2)
    const lines = cartLines(cart, products)
    const {total} = cartTotals(lines, {tax, cashRounding: 1})
    expect(total).toBe(1_180 + 2_100)
    expect(toBillCommand('k', lines, total, 'cash')).toEqual({
      key: 'k',
      lines: [
        {product: 'fan', quantity: 1},
        {product: 'rice', quantity: 2_000},
      ],
      payments: [{method: 'cash', amount: 3_280}],
    })
    expect(toBillCommand('k', lines, total, 'later')).not.toHaveProperty('payments')
  })

  it('finds by barcode alone, else by all words', () => {
    const ids = (text: string) => findProducts(products.values(), text, false).map(({_id}) => _id)
    expect(ids('890')).toEqual(['fan'])
    expect(ids('ric')).toEqual(['rice'])
    expect(ids('rice fan')).toEqual([])
    expect(ids(' ')).toEqual([])
  })
})

it('speaks the first language of the browser that it knows', () => {
  expect(textsFor(['fr-FR', 'de-AT'])).toMatchObject({locale: 'de-AT', direction: 'ltr'})
  expect(textsFor(['ar'])).toMatchObject({direction: 'rtl'})
  expect(textsFor([]).t('issued', {number: 'B-1'})).toBe('Bill B-1 issued')
})
