import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {Bill, Payment, User} from '../../plugin/domain/documents.ts'
import {buildStatement, readStatementRecords} from '../../plugin/domain/statement.ts'
import {statementOfCustomerQuery} from '../../plugin/queries.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop
let ravi: User

beforeEach(async () => {
  shop = await startTestShop()
  ravi = await shop.operations.users.create({name: 'Ravi', creditLimit: 1_000_00})
})
afterEach(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

const visit = (unitPrice: number) => [{name: 'Visit', quantity: 1, unitPrice, taxRate: 0}]

const accountOf = ({_id}: User) =>
  shop.client.fetch<{owed: number; credit: number}>(
    '*[_type == "customerAccount" && customer._ref == $id][0]{owed, credit}',
    {id: _id},
  )

const paymentsOf = (bill: Bill) =>
  shop.client.fetch<Payment[]>('*[_type == "payment" && bill._ref == $id] | order(at asc)', {
    id: bill._id,
  })

describe('payments', () => {
  it('come in parts and by several methods, with change out of cash', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'bill',
      customer: ravi._id,
      lines: visit(900_00),
      payments: [
        {method: 'upi', amount: 200_00, reference: 'UPI 1'},
        {method: 'card', amount: 100_00},
      ],
    })
    expect(await shop.balanceOf(bill)).toMatchObject({
      paid: 300_00,
      balance: 600_00,
      paidByMethod: {upi: 200_00, card: 100_00},
    })
    const {payment} = await shop.operations.bills.recordPayment({
      key: 'rest',
      bill: bill._id,
      amount: 1_000_00,
      method: 'cash',
      overpayment: 'change',
    })
    expect(payment).toMatchObject({amount: 600_00, change: 400_00, method: 'cash'})
    expect(await shop.balanceOf(bill)).toMatchObject({paid: 900_00, balance: 0})
    expect(await accountOf(ravi)).toEqual({owed: 0, credit: 0})
    expect((await paymentsOf(bill)).map(({amount}) => amount).toSorted((a, b) => a - b)).toEqual([
      100_00, 200_00, 600_00,
    ])
  })

  it('of more than is due are refused, unless they are kept as credit that pays a later bill', async () => {
    const sell = (key: string, more: object) =>
      shop.operations.bills.create({key, customer: ravi._id, lines: visit(300_00), ...more})
    const payments = [{method: 'cash' as const, amount: 500_00}]
    await expect(sell('refused', {payments})).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'payments'}],
    })
    const {bill} = await sell('kept', {payments, overpayment: 'credit'})
    expect(bill.sequence).toBe(1)
    expect(await accountOf(ravi)).toEqual({owed: 0, credit: 200_00})
    const spent = {method: 'customerCredit' as const, amount: 200_00}
    const later = await sell('later', {payments: [spent]})
    expect(await shop.balanceOf(later.bill)).toMatchObject({paid: 200_00, balance: 100_00})
    expect(await accountOf(ravi)).toEqual({owed: 100_00, credit: 0})
    await expect(sell('no more', {payments: [spent]})).rejects.toMatchObject({code: 'invalid'})
  })

  it('of a walk-in give change only out of cash and keep no credit', async () => {
    const sell = (method: 'cash' | 'card', overpayment: 'change' | 'credit') =>
      shop.operations.bills.create({
        key: `${method} ${overpayment}`,
        lines: visit(100_00),
        payments: [{method, amount: 150_00}],
        overpayment,
      })
    await expect(sell('card', 'change')).rejects.toMatchObject({code: 'invalid'})
    await expect(sell('cash', 'credit')).rejects.toMatchObject({code: 'invalid'})
    const {bill} = await sell('cash', 'change')
    expect(await paymentsOf(bill)).toMatchObject([{amount: 100_00, change: 50_00}])
  })

  it('in advance are a deposit that can be paid out again, at most what there is', async () => {
    const {deposit, withdraw} = shop.operations.bills
    const money = {customer: ravi._id, method: 'cash' as const}
    await deposit({key: 'advance', ...money, amount: 400_00})
    await deposit({key: 'advance', ...money, amount: 400_00})
    await expect(withdraw({key: 'too much', ...money, amount: 400_01})).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'amount'}],
    })
    const {payment} = await withdraw({key: 'back', ...money, amount: 150_00})
    expect(payment.amount).toBe(-150_00)
    expect(await accountOf(ravi)).toEqual({owed: 0, credit: 250_00})
  })

  it('go back as money or as credit, at most what was paid', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'bill',
      customer: ravi._id,
      lines: visit(300_00),
      payments: [{method: 'card', amount: 300_00}],
    })
    const back = {bill: bill._id, reference: 'as agreed'}
    const {refund} = shop.operations.bills
    await refund({key: 'card', ...back, amount: 100_00, method: 'card'})
    await refund({key: 'credit', ...back, amount: 50_00, method: 'customerCredit'})
    await expect(
      refund({key: 'more', ...back, amount: 150_01, method: 'cash'}),
    ).rejects.toMatchObject({code: 'invalid', issues: [{path: 'amount'}]})
    expect(await shop.balanceOf(bill)).toMatchObject({paid: 150_00, balance: 150_00})
    expect(await accountOf(ravi)).toEqual({owed: 150_00, credit: 50_00})
  })
})

describe('terms', () => {
  const occurredAt = '2026-03-04T20:00:00.000Z'
  const dueDate = async (key: string, customer: string | undefined, said?: string) => {
    const due = said === undefined ? {} : {dueDate: said}
    const who = customer === undefined ? {} : {customer}
    const {bill} = await shop.operations.bills.create({
      key,
      ...who,
      ...due,
      lines: visit(100_00),
      occurredAt,
    })
    return bill.dueDate
  }

  it("are the bill's own, else the customer's, else the shop's, counted in the shop's days", async () => {
    await dueDate('first', undefined)
    await shop.client.patch('shopSettings.shop').set({paymentTermDays: 30}).commit()
    expect(await dueDate('shop', ravi._id)).toBe('2026-04-04')
    await shop.operations.users.update(ravi._id, {paymentTermDays: 10})
    expect(await dueDate('customer', ravi._id)).toBe('2026-03-15')
    expect(await dueDate('own', ravi._id, '2026-12-24')).toBe('2026-12-24')
    await shop.operations.users.update(ravi._id, {paymentTermDays: 0})
    expect(await dueDate('at once', ravi._id)).toBe('2026-03-05')
  })

  it('warn beyond the credit limit, or refuse, as the shop wants it; what is paid at once never counts', async () => {
    const sell = (key: string, amount: number, more: object = {}) =>
      shop.operations.bills.create({key, customer: ravi._id, lines: visit(amount), ...more})
    expect((await sell('below', 1_000_00)).warnings).toEqual([])
    const over = {code: 'credit-limit', customer: ravi._id, name: 'Ravi', limit: 1_000_00}
    expect((await sell('above', 1)).warnings).toEqual([{...over, owed: 1_000_01}])
    const paid = {payments: [{method: 'cash' as const, amount: 500_00}]}
    expect((await sell('paid', 500_00, paid)).warnings).toEqual([])
    await shop.client.patch('shopSettings.shop').set({creditPolicy: 'refuse'}).commit()
    await expect(sell('refused', 1)).rejects.toMatchObject({
      code: 'invalid',
      message: /Ravi would owe .*more than the credit limit/,
    })
    expect((await sell('paid again', 500_00, paid)).warnings).toEqual([])
  })

  it('are none for an archived customer: no new bills, in words, but old ones are settled', async () => {
    const {bill} = await shop.operations.bills.create({
      key: 'old',
      customer: ravi._id,
      lines: visit(100_00),
    })
    await shop.operations.users.archive(ravi._id)
    const refused = shop.operations.bills.create({
      key: 'new',
      customer: ravi._id,
      lines: visit(1),
    })
    await expect(refused).rejects.toThrow(/Ravi is archived and gets no new bills/)
    await shop.operations.bills.recordPayment({
      key: 'settled',
      bill: bill._id,
      amount: 100_00,
      method: 'upi',
    })
    expect(await accountOf(ravi)).toEqual({owed: 0, credit: 0})
  })
})

it('a statement of all days ends at what the account says, after every kind of movement', async () => {
  const {bills} = shop.operations
  const fan = await shop.stocked(10)
  const command = {customer: ravi._id, lines: [{product: fan._id, quantity: 2}]}
  const period = {from: '2000-01-01', to: '2100-01-01', timeZone: 'Asia/Kolkata'}
  const check = async (what: string) => {
    const answer = await shop.client.fetch(statementOfCustomerQuery, {customer: ravi._id})
    const statement = buildStatement(readStatementRecords(answer), period)
    const {owed, credit} = await accountOf(ravi)
    const {notDue, days1to30, days31to60, days61to90, over90} = statement.aging
    const open = notDue + days1to30 + days31to60 + days61to90 + over90
    expect(statement.closing, what).toBe(owed - credit)
    expect(open - statement.credit, what).toBe(statement.closing)
    return statement
  }
  const {bill: first} = await bills.create({key: 'first', ...command})
  await check('bill')
  await bills.recordPayment({key: 'pay', bill: first._id, amount: 100_00, method: 'cash'})
  await bills.deposit({key: 'advance', customer: ravi._id, amount: 80_00, method: 'upi'})
  const spent = {bill: first._id, amount: 30_00, method: 'customerCredit' as const}
  await bills.recordPayment({key: 'spend', ...spent})
  await check('payment, deposit and credit spent')
  await bills.credit({
    key: 'one back',
    bill: first._id,
    reason: 'broken',
    lines: [{line: 'line1', quantity: 1, restock: false}],
    refund: {method: 'customerCredit', amount: 20_00},
  })
  await check('credit note with credit')
  await bills.void({key: 'void', bill: first._id, reason: 'wrong customer'})
  await check('void')
  await bills.credit({
    key: 'no receipt',
    customer: ravi._id,
    reason: 'no receipt',
    lines: [{product: fan._id, quantity: 1, unitPrice: 50_00, restock: true}],
    refund: {method: 'cash', amount: 9_00},
  })
  await bills.withdraw({key: 'out', customer: ravi._id, amount: 10_00, method: 'cash'})
  const {lines} = await check('return without a bill, and credit paid out')
  expect(new Set(lines.map(({kind}) => kind))).toEqual(
    new Set(['bill', 'payment', 'deposit', 'creditNote', 'void', 'refund', 'withdrawal']),
  )
})
