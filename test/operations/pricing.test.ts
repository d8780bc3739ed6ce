import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {ShopOptions} from '../../plugin/domain/options.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

const BASE = {currency: 'INR', timeZone: 'Asia/Kolkata'}

describe('a bill is priced', () => {
  const lines = [
    {name: 'Fan', quantity: 3, unitPrice: 33_33, taxRate: 1800, discount: {rate: 1000}},
    {name: 'Book', quantity: 1, unitPrice: 99_99, taxRate: 500, discount: {amount: 99}},
    {name: 'Labour', quantity: 150, unitPrice: 40_05, unit: {name: 'h', decimals: 2 as const}},
  ]
  const price = async (options: ShopOptions, discount = {amount: 10_01}) => {
    const till = shop.till('Asha', {options: {...BASE, ...options}})
    const {bill} = await till.bills.create({key: 'priced', lines, discount})
    return bill
  }

  it('without tax in its prices, by several rates, the discount split by largest remainder', async () => {
    const {lines: priced, totals} = await price({tax: {defaultRate: 0}})
    // 99.99 − 10.00 = 89.99; 99.99 − 0.99 = 99.00; 60.08: together 249.07, of which 10.01 goes
    expect(
      priced.map(({gross, discount, billDiscount}) => [gross, discount, billDiscount]),
    ).toEqual([
      [99_99, 10_00, 3_62],
      [99_99, 99, 3_98],
      [60_08, 0, 2_41],
    ])
    expect(totals).toMatchObject({net: 239_06, total: 239_06 + totals.tax, rounding: 0})
    expect(totals.taxes.map(({rate, base, tax}) => [rate, base, tax])).toEqual([
      [0, 57_67, 0],
      [500, 95_02, 4_75],
      [1800, 86_37, 15_55],
    ])
  })

  it('with tax in its prices the total is what the prices say', async () => {
    const {totals} = await price({tax: {defaultRate: 1200, included: true, rounding: 'bill'}})
    expect(totals.total).toBe(239_06)
    expect(totals.net + totals.tax).toBe(239_06)
    expect(totals.taxes.map(({rate}) => rate)).toEqual([500, 1200, 1800])
  })

  it('in cash the total is rounded to the coin, and says by how much', async () => {
    const {totals} = await price({tax: {defaultRate: 0}, cashRounding: 100})
    expect(totals).toMatchObject({total: 259_00, rounding: -36})
  })

  it('and rounded up is credited to exactly 0, whatever the coin is by then', async () => {
    const till = shop.till('Asha', {options: {...BASE, tax: {defaultRate: 0}, cashRounding: 100}})
    const visit = {name: 'Visit', quantity: 2, unitPrice: 129_32}
    const {bill} = await till.bills.create({key: 'up', lines: [visit]})
    expect(bill.totals).toMatchObject({total: 259_00, rounding: 36})
    await shop.client.patch('shopSettings.shop').set({cashRounding: 1}).commit()
    const back = (key: string) =>
      till.bills.credit({
        key,
        bill: bill._id,
        reason: 'not done',
        lines: [{line: 'line1', quantity: 1, restock: false}],
      })
    const notes = [await back('one'), await back('the other')]
    expect(notes.map(({creditNote}) => creditNote.totals.total)).toEqual([129_32, 129_68])
    const [balance] = await shop.documents('billBalance')
    expect(balance).toMatchObject({credited: 259_00, balance: 0})
  })

  it('with a rate on the whole bill as with the amount it comes to', async () => {
    const till = shop.till('Asha', {options: {...BASE, tax: {defaultRate: 0}}})
    const rate = await till.bills.create({key: 'rate', lines, discount: {rate: 402}})
    const amount = await till.bills.create({key: 'amount', lines, discount: {amount: 10_01}})
    expect(rate.bill.totals).toEqual(amount.bill.totals)
  })

  it('never with a discount beyond what it is taken from', async () => {
    const refused = price({}, {amount: 300_00})
    await expect(refused).rejects.toMatchObject({code: 'invalid', issues: [{path: 'discount'}]})
    expect(await shop.documents('bill')).toEqual([])
  })
})

describe('numbers', () => {
  const lines = [{name: 'Visit', quantity: 1, unitPrice: 100}]

  it("turn with the year at the shop's midnight, not at the clock's", async () => {
    const numberAt = async (time: string) => {
      const till = shop.till('Asha', {clock: () => new Date(time)})
      const {bill} = await till.bills.create({key: time, lines})
      return [bill.number, bill.day]
    }
    expect(await numberAt('2026-12-31T18:29:59.999Z')).toEqual(['B-2026-00001', '2026-12-31'])
    expect(await numberAt('2026-12-31T18:30:00.000Z')).toEqual(['B-2027-00001', '2027-01-01'])
    expect(await numberAt('2027-01-01T00:00:00.000Z')).toEqual(['B-2027-00002', '2027-01-01'])
  })

  it("follow the shop's pattern, a till's own series apart, and are given at issue only", async () => {
    const pattern = {bill: '{series}/{sequence:3}', creditNote: 'R{sequence:2}'}
    const options = {...BASE, series: pattern}
    const counter = shop.till('Counter', {options})
    const second = shop.till('Second', {options, series: 'T2'})
    await counter.bills.park({key: 'parked', content: {lines}})
    const first = await counter.bills.create({key: '1', lines})
    const other = await second.bills.create({key: '2', lines})
    const third = await counter.bills.create({key: '3', lines})
    expect([first, other, third].map(({bill}) => bill.number)).toEqual(['B/001', 'T2/001', 'B/002'])
    const {creditNote} = await counter.bills.credit({
      key: '4',
      bill: first.bill._id,
      reason: 'not done',
      lines: [{line: 'line1', quantity: 1, restock: false}],
    })
    expect(creditNote.number).toBe('R01')
  })

  it('of a parked sale are given once, though two tills with series of their own issue it', async () => {
    const options = {...BASE, series: {bill: '{series}-{sequence}'}}
    const tills = ['A', 'B'].map((series) => shop.till(series, {options, series}))
    await tills[0]?.bills.create({key: 'first', lines})
    for (const round of [1, 2, 3, 4, 5]) {
      const {draft} = await shop.operations.bills.park({key: `parked ${round}`, content: {lines}})
      const outcomes = await Promise.allSettled(
        tills.map((till, index) =>
          till.bills.create({key: `${round} ${index}`, lines, draft: draft._id}),
        ),
      )
      expect(outcomes.filter(({status}) => status === 'fulfilled')).toHaveLength(1)
    }
    expect(await shop.documents('bill')).toHaveLength(6)
  })

  it('of a parked sale that is thrown away are never missed', async () => {
    const {draft} = await shop.operations.bills.park({key: 'parked', content: {lines}})
    expect(draft).not.toHaveProperty('number')
    const replaced = await shop.operations.bills.park({
      key: 'parked again',
      content: {lines, draft: draft._id},
    })
    await shop.operations.bills.discard({key: 'gone', draft: replaced.draft._id})
    const twice = shop.operations.bills.discard({key: 'again', draft: replaced.draft._id})
    await expect(twice).rejects.toMatchObject({code: 'not-found'})
    expect(await shop.documents('billDraft')).toEqual([])
    expect((await shop.operations.bills.create({key: 'bill', lines})).bill.sequence).toBe(1)
  })
})
