import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {BillLine, Product, StockLevel} from '../documents.ts'
import {ABC_LIMITS, abcAnalysis} from './abc.ts'
import {addBuyingMonths, returningRate, toCohorts} from './cohorts.ts'
import {countBills, countCreditNotes, emptyCount} from './soldProducts.ts'
import type {CountedBill, SoldProduct} from './soldProducts.ts'
import {deadStock, reorderProposal, productCover} from './productCover.ts'

const pieces = {name: 'pcs', decimals: 0} as const

function line(key: string, product: string, quantity: number, net: number, cost: number): BillLine {
  return {
    _key: key,
    _type: 'billLine',
    product: {_type: 'reference', _ref: product, _weak: true},
    name: product,
    unit: pieces,
    quantity,
    unitPrice: Math.round(net / quantity),
    gross: net,
    discount: 0,
    billDiscount: 0,
    taxRate: 0,
    net,
    tax: 0,
    total: net,
    cost,
  }
}

const lines = fc
  .array(
    fc.record({
      product: fc.constantFrom('fan', 'bulb', 'wire'),
      quantity: fc.integer({min: 1, max: 40}),
      net: fc.nat(100_000),
      cost: fc.nat(60_000),
    }),
    {minLength: 1, maxLength: 6},
  )
  .map((all) => all.map((one, i) => line(`l${i}`, one.product, one.quantity, one.net, one.cost)))

const bills = fc
  .array(fc.record({lines, customer: fc.option(fc.constantFrom('u1', 'u2'))}))
  .map((all): CountedBill[] =>
    all.map((one, index) => ({
      _id: `bill.${index}`,
      customer: one.customer === null ? null : {_ref: one.customer},
      totals: {total: one.lines.reduce((sum, {net}) => sum + net, 0), taxIncluded: false},
      lines: one.lines,
    })),
  )

describe('products sold', () => {
  it('are the same whatever the pages, and as counted one line after the other', () => {
    fc.assert(
      fc.property(bills, fc.integer({min: 1, max: 5}), (all, size) => {
        const whole = countBills(emptyCount, all, new Map())
        let paged = emptyCount
        for (let at = 0; at < all.length; at += size) {
          paged = countBills(paged, all.slice(at, at + size), new Map())
        }
        expect(paged).toEqual(whole)
        const sold = all.flatMap((bill) => bill.lines)
        for (const product of ['fan', 'bulb', 'wire']) {
          const mine = sold.filter((one) => one.product?._ref === product)
          expect(whole.products.get(product)?.net ?? 0).toBe(
            mine.reduce((sum, {net}) => sum + net, 0),
          )
          expect(whole.products.get(product)?.bills ?? 0).toBe(
            all.filter((bill) => bill.lines.some((one) => one.product?._ref === product)).length,
          )
        }
      }),
    )
  })

  it('count nothing of what was voided, and nothing of what was credited in full', () => {
    fc.assert(
      fc.property(bills, (all) => {
        const voids = new Map(all.map(({_id}) => [_id, {credited: 0}]))
        const none = countBills(emptyCount, all, voids)
        expect({bills: none.bills, sales: none.sales}).toEqual({bills: 0, sales: 0})
        expect([...none.products.values()]).toEqual([])
        const credited = countCreditNotes(
          countBills(emptyCount, all, new Map()),
          all.map((bill) => ({
            ...bill,
            lines: bill.lines.map((one) => ({...one, restock: true})),
          })),
        )
        expect(credited.sales - credited.credits).toBe(0)
        for (const product of credited.products.values()) {
          expect({...product, bills: 0}).toMatchObject({quantity: 0, net: 0, cost: 0})
        }
      }),
    )
  })

  it('keep of a bill that was credited in part and then voided just the credited part', () => {
    const bill: CountedBill = {
      _id: 'bill.1',
      totals: {total: 1_000, taxIncluded: false},
      lines: [line('l', 'fan', 10, 1_000, 600)],
    }
    const creditedLines = [{_key: 'l', quantity: 3, amount: 300}]
    const count = countBills(
      emptyCount,
      [bill],
      new Map([['bill.1', {credited: 300, creditedLines}]]),
    )
    expect(count).toMatchObject({bills: 0, sales: 300})
    expect(count.products.get('fan')).toMatchObject({quantity: 3, net: 300, cost: 180})
  })
})

const sold = fc.uniqueArray(
  fc.record<SoldProduct>({
    product: fc.string({minLength: 1, maxLength: 6}),
    name: fc.constant('n'),
    unit: fc.constant(pieces),
    quantity: fc.nat(100),
    net: fc.integer({min: -5_000, max: 1_000_000}),
    cost: fc.nat(1_000),
    bills: fc.nat(10),
  }),
  {selector: ({product}) => product, maxLength: 40},
)

describe('ABC', () => {
  it('puts the fewest products that make 80 % of the sales into A, and those up to 95 % into B', () => {
    fc.assert(
      fc.property(sold, (products) => {
        const rows = abcAnalysis(products)
        const positive = rows.filter(({net}) => net > 0)
        const whole = positive.reduce((sum, {net}) => sum + net, 0)
        const a = rows.filter(({abc}) => abc === 'a')
        const sum = a.reduce((total, {net}) => total + net, 0)
        if (whole > 0) {
          expect(sum * 10_000).toBeGreaterThanOrEqual(whole * ABC_LIMITS.a - whole)
          const last = a.at(-1)?.net ?? 0
          expect((sum - last) * 10_000).toBeLessThan(whole * ABC_LIMITS.a + whole)
          expect(positive.at(-1)?.cumulated).toBe(10_000)
        }
        expect(rows.map(({abc}) => abc).join('')).toMatch(/^a*b*c*$/)
        expect(rows.map(({net}) => net)).toEqual(rows.map(({net}) => net).toSorted((x, y) => y - x))
      }),
    )
  })
})

const product = (more: Partial<Product>): Product => ({
  _id: 'fan',
  _type: 'product',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  name: 'Fan',
  sku: 'FAN',
  unit: pieces,
  price: 1_000,
  trackStock: true,
  isActive: true,
  ...more,
})
const level = (onHand: number): StockLevel => ({
  _id: 'stockLevel.fan',
  _type: 'stockLevel',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  product: {_type: 'reference', _ref: 'fan'},
  onHand,
  value: Math.max(0, onHand) * 600,
  sequence: 1,
  unit: pieces,
  lastEntry: {kind: 'purchase', quantity: onHand, at: '', by: {id: 'a', name: 'A'}},
})

describe('days of cover', () => {
  it('say how long the stock lasts, and propose what is missing for the wished days', () => {
    const cover = productCover(product({}), level(10), 20, {days: 10, coverDays: 14})
    expect(cover).toMatchObject({coverDays: 5, sellThrough: 6_667, proposal: 18})
    expect(productCover(product({}), level(10), 0, {days: 10, coverDays: 14})).toMatchObject({
      proposal: 0,
      sellThrough: 0,
    })
  })

  it('the stock after the proposed receipt lasts the wished days, in whole units', () => {
    fc.assert(
      fc.property(
        fc.integer({min: -2_000, max: 20_000}),
        fc.nat(50_000),
        fc.integer({min: 1, max: 400}),
        fc.integer({min: 1, max: 180}),
        fc.constantFrom(0, 1, 3),
        fc.option(fc.nat(5_000), {nil: undefined}),
        (onHand, sales, days, coverDays, decimals, reorderLevel) => {
          const unit = {name: 'kg', decimals} as const
          const kept = product({unit, ...(reorderLevel === undefined ? {} : {reorderLevel})})
          const {proposal} = productCover(kept, level(onHand), sales, {days, coverDays})
          expect((onHand + proposal) * days).toBeGreaterThanOrEqual(
            sales === 0 ? onHand * days : Math.min(sales * coverDays, Number.MAX_SAFE_INTEGER),
          )
          expect(proposal % 10 ** decimals).toBe(0)
          if (sales > 0 && reorderLevel !== undefined) {
            expect(onHand + proposal).toBeGreaterThan(reorderLevel)
          }
        },
      ),
    )
  })

  it('orders at least the reorder quantity, what runs out first comes first', () => {
    const wish = {days: 30, coverDays: 30}
    const slow = productCover(product({_id: 'slow', reorderQuantity: 50}), level(9), 10, wish)
    const empty = productCover(product({_id: 'empty'}), level(0), 10, wish)
    const enough = productCover(product({_id: 'enough'}), level(500), 10, wish)
    expect(
      reorderProposal([enough, slow, empty]).map((one) => [one.product._id, one.proposal]),
    ).toEqual([
      ['empty', 10],
      ['slow', 50],
    ])
  })

  it('call dead what lies on the shelf and was not sold, the most expensive first', () => {
    const wish = {days: 30, coverDays: 30}
    const rows = [
      productCover(product({_id: 'sold'}), level(5), 3, wish),
      productCover(product({_id: 'few'}), level(2), 0, wish),
      productCover(product({_id: 'many'}), level(8), 0, wish),
      productCover(product({_id: 'none'}), undefined, 0, wish),
    ]
    expect(deadStock(rows).map((one) => one.product._id)).toEqual(['many', 'few'])
  })
})

describe('cohorts', () => {
  it('count each customer once a month, from the month of the first bill on', () => {
    const months = fc
      .integer({min: 1, max: 12})
      .map((month) => `2025-${String(month).padStart(2, '0')}`)
    const visits = fc.array(
      fc.record({customer: fc.constantFrom('a', 'b', 'c', 'd'), day: months.map((m) => `${m}-15`)}),
    )
    fc.assert(
      fc.property(visits, (rows) => {
        const bought = addBuyingMonths(new Map(), rows)
        const cohorts = toCohorts(bought, '2025-12')
        expect(cohorts.reduce((sum, {customers}) => sum + customers, 0)).toBe(bought.size)
        const visited = new Set(rows.map(({customer, day}) => `${customer} ${day}`))
        expect(cohorts.flatMap((cohort) => cohort.bought).reduce((a, b) => a + b, 0)).toBe(
          visited.size,
        )
        for (const {customers, bought: counts} of cohorts) {
          expect(counts.every((count) => count <= customers)).toBe(true)
        }
      }),
    )
    expect(
      toCohorts(
        addBuyingMonths(new Map(), [
          {customer: 'a', day: '2025-10-02'},
          {customer: 'a', day: '2025-12-02'},
          {customer: 'b', day: '2025-10-09'},
          {customer: 'c', day: '2025-12-31'},
        ]),
        '2025-12',
      ),
    ).toEqual([
      {month: '2025-10', customers: 2, bought: [2, 0, 1]},
      {month: '2025-12', customers: 1, bought: [1]},
    ])
  })

  it('say which share of the customers came again in another month', () => {
    const months = addBuyingMonths(new Map(), [
      {customer: 'a', day: '2025-10-02'},
      {customer: 'a', day: '2025-10-20'},
      {customer: 'b', day: '2025-10-09'},
      {customer: 'b', day: '2025-11-09'},
    ])
    expect(returningRate(months)).toBe(5_000)
    expect(returningRate(new Map())).toBeUndefined()
  })
})
