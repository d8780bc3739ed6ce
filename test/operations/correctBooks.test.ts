import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Bill} from '../../plugin/domain/documents.ts'
import {
  billBalanceId,
  customerAccountId,
  daySummaryId,
  SETTINGS_ID,
  seriesId,
} from '../../plugin/domain/ids.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeAll(async () => {
  shop = await startTestShop()
})
afterAll(() => shop.close())

describe('bills.correctBalance', () => {
  const {key, sold} = {key: (of: string) => `balance ${of}`, sold: 1180_00}

  async function settled(tag: string): Promise<Bill> {
    const {bills, users} = shop.operations
    const {_id: customer} = await users.create({name: `Customer of ${tag}`})
    const lines = [{name: 'Labour', quantity: 10, unitPrice: 100_00}]
    const payments = [{method: 'cash' as const, amount: 300_00}]
    const {bill} = await bills.create({key: `sold ${tag}`, customer, lines, payments})
    await bills.recordPayment({key: `paid ${tag}`, bill: bill._id, amount: 80_00, method: 'upi'})
    await bills.credit({
      key: `credited ${tag}`,
      bill: bill._id,
      reason: 'too much',
      lines: [{line: 'line1', quantity: 1, restock: false}],
    })
    return bill
  }
  const correctBalance = (bill: Bill, tag: string) =>
    shop.operations.bills.correctBalance({key: key(tag), bill: bill._id})
  const balanceOf = (bill: Bill) => shop.client.getDocument(billBalanceId(bill._id))

  it('makes a forged balance follow from payments and credit notes again, and says who and what', async () => {
    const bill = await settled('forged')
    const before = await balanceOf(bill)
    await shop.client
      .patch(billBalanceId(bill._id))
      .set({paid: sold, balance: 0, creditedLines: [], paidByMethod: {card: 5}})
      .commit()
    expect((await shop.differences()).length).toBeGreaterThan(0)
    const {balance} = await correctBalance(bill, 'forged')
    const {correction, _rev, _updatedAt, ...corrected} = balance
    expect(before).toMatchObject({...corrected, _createdAt: expect.any(String)})
    expect(correction).toMatchObject({
      by: {name: 'Asha'},
      reason:
        'Drift correction: paid was 118000, follows as 38000; balance was 0, follows as 68200; credited lines differed; methods differed',
    })
    expect(await shop.differences()).toEqual([])
    expect((await correctBalance(bill, 'forged')).balance._rev).toBe(_rev)
    await expect(correctBalance(bill, 'again')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('follows from its payments and credit notes already'),
    })
    await shop.operations.bills.recordPayment({
      key: 'after the correction',
      bill: bill._id,
      amount: 682_00,
      method: 'cash',
    })
    expect(await balanceOf(bill)).toMatchObject({balance: 0, paid: 1062_00})
  })

  it('makes a balance again that was deleted, but not one that told of a void', async () => {
    const bill = await settled('deleted')
    await shop.client.delete(billBalanceId(bill._id))
    await correctBalance(bill, 'deleted')
    expect(await balanceOf(bill)).toMatchObject({paid: 380_00, credited: 118_00, balance: 682_00})
    const fan = await shop.stocked(3)
    const lines = [{product: fan._id, quantity: 1}]
    const {bill: cancelled} = await shop.operations.bills.create({key: 'to cancel', lines})
    await shop.operations.bills.void({key: 'cancel', bill: cancelled._id, reason: 'mistake'})
    const stored = await balanceOf(cancelled)
    await shop.client.delete(billBalanceId(cancelled._id))
    await expect(correctBalance(cancelled, 'void')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Restore the balance from its history'),
    })
    if (stored !== undefined) await shop.client.create(stored)
    expect(await shop.differences()).toEqual([])
  })

  it('keeps a void, and refuses where the bill itself was edited or is gone', async () => {
    const bill = await settled('void')
    await shop.operations.bills.void({key: 'void of settled', bill: bill._id, reason: 'mistake'})
    await shop.client.patch(billBalanceId(bill._id)).inc({paid: 5}).commit()
    expect((await correctBalance(bill, 'voided')).balance).toMatchObject({
      balance: 0,
      paid: 0,
      void: {reason: 'mistake'},
    })
    const other = await settled('edited')
    await shop.client.patch(other._id).inc({'totals.total': 100}).commit()
    await expect(correctBalance(other, 'edited')).rejects.toMatchObject({
      message: expect.stringContaining('edited by hand'),
    })
    await shop.client.patch(other._id).dec({'totals.total': 100}).commit()
    await expect(
      shop.operations.bills.correctBalance({key: 'none', bill: 'bill.none'}),
    ).rejects.toMatchObject({code: 'not-found'})
    expect(await shop.differences()).toEqual([])
  })
})

describe('bills.correctSeries', () => {
  const lines = [{name: 'Visit', quantity: 1, unitPrice: 100}]

  it('raises a counter that was set back or deleted, so that no number is given twice', async () => {
    await shop.client.patch(SETTINGS_ID).set({'series.bill': '{series}-{year}-{sequence}'}).commit()
    const till = shop.till('Till 9', {series: 'T9'})
    const {bill} = await till.bills.create({key: 'T9 one', lines})
    const {bill: second} = await till.bills.create({key: 'T9 two', lines})
    const series = bill.series
    await shop.client.patch(seriesId(series)).set({last: 0}).commit()
    const corrected = await shop.operations.bills.correctSeries({key: 'raise', series})
    expect(corrected.series).toMatchObject({
      last: 2,
      correction: {
        by: {name: 'Asha'},
        reason: `Drift correction: the counter stood at 0, the last number given is ${second.number}`,
      },
    })
    await shop.client.delete(seriesId(series))
    await shop.operations.bills.correctSeries({key: 'make again', series})
    expect((await till.bills.create({key: 'T9 three', lines})).bill.sequence).toBe(3)
    expect(await shop.differences()).toEqual([])
  })

  it('never lowers one: a number that is gone stays a gap, in words that say what to do', async () => {
    const {bill} = await shop.operations.bills.create({key: 'last one', lines})
    await shop.client.patch(seriesId(bill.series)).inc({last: 2}).commit()
    await expect(
      shop.operations.bills.correctSeries({key: 'lower', series: bill.series}),
    ).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/never given twice.*Restore the papers.*stays a gap/),
    })
    await shop.client.patch(seriesId(bill.series)).dec({last: 2}).commit()
    expect(await shop.differences()).toEqual([])
  })
})

describe('bills.correctDay and bills.correctAccount', () => {
  const day = '2026-02-03'

  it('make sums that were forged or deleted follow from papers and payments again, voids counted in', async () => {
    const {bills, users} = shop.operations
    const {_id: customer} = await users.create({name: 'Lakshmi'})
    const lines = [{name: 'Labour', quantity: 1, unitPrice: 100_00}]
    const occurredAt = `${day}T06:00:00Z`
    const payments = [{method: 'upi' as const, amount: 30_00}]
    const {bill} = await bills.create({key: 'day one', customer, lines, payments, occurredAt})
    const {bill: other} = await bills.create({key: 'day two', customer, lines, occurredAt})
    await bills.void({key: 'day void', bill: other._id, reason: 'mistake'})
    await bills.deposit({key: 'day deposit', customer, amount: 7_00, method: 'cash', occurredAt})
    const [summary, account] = [daySummaryId(day), customerAccountId(customer)]
    await shop.client
      .patch(summary)
      .set({sales: 5, byHour: {h03: 9}})
      .commit()
    await shop.client.patch(account).set({owed: 0}).inc({credit: 1}).commit()
    const corrected = await bills.correctDay({key: 'correct the day', day})
    expect(corrected.summary).toMatchObject({
      bills: 1,
      sales: bill.totals.total,
      byHour: {h11: bill.totals.total},
      byMethod: {upi: 30_00, cash: 7_00},
      correction: {
        by: {name: 'Asha'},
        reason: expect.stringContaining('sales was 5, follows as 11800'),
      },
    })
    const settled = await bills.correctAccount({key: 'correct the account', customer})
    expect(settled.account).toMatchObject({owed: 88_00, credit: 7_00})
    await shop.client.delete(summary)
    await shop.client.delete(account)
    await bills.correctDay({key: 'make the day', day})
    await bills.correctAccount({key: 'make the account', customer})
    expect(await shop.differences()).toEqual([])
  })

  it('say when nothing has drifted', async () => {
    await expect(shop.operations.bills.correctDay({key: 'no day', day})).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'day'}],
    })
    const {_id: customer} = await shop.operations.users.create({name: 'Nobody yet'})
    await expect(
      shop.operations.bills.correctAccount({key: 'no account', customer}),
    ).rejects.toMatchObject({code: 'invalid', issues: [{path: 'customer'}]})
  })

  it('never overwrite a sale that comes in between', async () => {
    const lines = [{name: 'Labour', quantity: 1, unitPrice: 100_00}]
    const occurredAt = `${day}T07:00:00Z`
    await shop.client.patch(daySummaryId(day)).set({sales: 1}).commit()
    await Promise.all([
      shop.operations.bills.correctDay({key: 'while selling', day}),
      ...Array.from({length: 5}, (_, index) =>
        shop.till(`Till ${index}`).bills.create({key: `meanwhile ${index}`, lines, occurredAt}),
      ),
    ])
    expect(await shop.differences()).toEqual([])
  })
})
