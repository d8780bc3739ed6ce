import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {DaySummary} from '../../plugin/domain/documents.ts'
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

describe('after the bill', () => {
  const sell = async (paid: number) => {
    const fan = await shop.stocked(10)
    const {bill} = await shop.operations.bills.create({
      key: 'bill',
      lines: [
        {product: fan._id, quantity: 3},
        {name: 'Visit', quantity: 1, unitPrice: 100_00},
      ],
      ...(paid === 0 ? {} : {payments: [{method: 'card', amount: paid}]}),
    })
    return {fan, bill}
  }

  it('payments and refunds move the balance and never the bill', async () => {
    const {bill} = await sell(0)
    const {payment} = await shop.operations.bills.recordPayment({
      key: 'pay',
      bill: bill._id,
      amount: bill.totals.total,
      method: 'upi',
    })
    expect(payment).toMatchObject({amount: bill.totals.total, method: 'upi'})
    expect(await shop.balanceOf(bill)).toMatchObject({paid: bill.totals.total, balance: 0})
    const more = {bill: bill._id, amount: 1, method: 'cash' as const}
    await expect(
      shop.operations.bills.recordPayment({key: 'too much', ...more}),
    ).rejects.toMatchObject({code: 'invalid', issues: [{path: 'amount'}]})
    await shop.operations.bills.refund({key: 'back', ...more, amount: 50_00})
    await shop.operations.bills.refund({key: 'back', ...more, amount: 50_00})
    expect(await shop.balanceOf(bill)).toMatchObject({
      paid: bill.totals.total - 50_00,
      balance: 50_00,
    })
    expect((await shop.client.getDocument(bill._id))?._rev).toBe(bill._rev)
  })

  it('credits in any steps end at exactly 0 and restock only what comes back', async () => {
    const fan = await shop.stocked(10)
    const {bill} = await shop.operations.bills.create({
      key: 'odd',
      lines: [{product: fan._id, quantity: 3, unitPrice: 33_33}],
      discount: {amount: 1_01},
    })
    const step = (key: string, restock: boolean) =>
      shop.operations.bills.credit({
        key,
        bill: bill._id,
        reason: 'broken',
        lines: [{line: 'line1', quantity: 1, restock}],
      })
    const notes = [await step('1', true), await step('2', false), await step('3', true)]
    const credited = notes.reduce((sum, {creditNote}) => sum + creditNote.totals.total, 0)
    expect(credited).toBe(bill.totals.total)
    expect(await shop.balanceOf(bill)).toMatchObject({credited: bill.totals.total, balance: 0})
    expect(await shop.onHand(fan)).toBe(9)
    expect(notes.map(({creditNote}) => creditNote.sequence)).toEqual([1, 2, 3])
    await expect(step('4', true)).rejects.toMatchObject({code: 'invalid'})
  })

  it('void restocks once, only what credits have not, and pays back what was paid', async () => {
    const {fan, bill} = await sell(200_00)
    await shop.operations.bills.credit({
      key: 'one back',
      bill: bill._id,
      reason: 'broken',
      lines: [{line: 'line1', quantity: 1, restock: true}],
      refund: {method: 'cash', amount: 50_00},
    })
    const command = {key: 'void', bill: bill._id, reason: 'wrong customer'}
    const first = await shop.operations.bills.void(command)
    const again = await shop.operations.bills.void(command)
    expect(first.entries).toMatchObject([{kind: 'void', quantity: 2}])
    expect(again.entries.map(({_id}) => _id)).toEqual(first.entries.map(({_id}) => _id))
    expect(await shop.onHand(fan)).toBe(10)
    expect(await shop.balanceOf(bill)).toMatchObject({balance: 0, paid: 0})
    await expect(shop.operations.bills.void({...command, key: 'another'})).rejects.toMatchObject({
      code: 'invalid',
    })
    const day = await shop.client.getDocument<DaySummary>(`daySummary.${bill.day}`)
    expect(day).toMatchObject({bills: 0, byMethod: {card: 50_00, cash: -50_00}})
    expect((day?.sales ?? 0) - (day?.credits ?? 0)).toBe(0)
    expect((await shop.client.getDocument(bill._id))?._rev).toBe(bill._rev)
  })

  it('one credit note takes each line back as it says: this one on the shelf, that one not, labour never', async () => {
    const [fan, lamp] = [await shop.stocked(5), await shop.stocked(5)]
    const {bill} = await shop.operations.bills.create({
      key: 'three lines',
      lines: [
        {product: fan._id, quantity: 2},
        {product: lamp._id, quantity: 2},
        {name: 'Fitting', quantity: 1, unitPrice: 50_00},
      ],
    })
    const {creditNote, entries} = await shop.operations.bills.credit({
      key: 'all of it',
      bill: bill._id,
      reason: 'wrong colour, one broken',
      lines: [
        {line: 'line1', quantity: 2, restock: true},
        {line: 'line2', quantity: 2, restock: false},
        {line: 'line3', quantity: 1, restock: true},
      ],
    })
    expect(creditNote.totals.total).toBe(bill.totals.total)
    expect(entries).toMatchObject([{kind: 'return', quantity: 2, reason: creditNote.reason}])
    expect([await shop.onHand(fan), await shop.onHand(lamp)]).toEqual([5, 3])
    expect(await shop.balanceOf(bill)).toMatchObject({balance: 0, credited: bill.totals.total})
  })

  it('goods come back without a receipt', async () => {
    const {fan} = await sell(0)
    const {creditNote, entries} = await shop.operations.bills.credit({
      key: 'no receipt',
      reason: 'no receipt',
      lines: [{product: fan._id, quantity: 1, unitPrice: 100_00, restock: true}],
      refund: {method: 'cash', amount: 118_00},
    })
    expect(creditNote.totals).toMatchObject({total: 118_00, cost: 100_00})
    expect(entries).toMatchObject([{kind: 'return', quantity: 1, balanceAfter: 8}])
  })
})
