import {describe, expect, it} from 'vitest'
import type {Bill, BillBalance, BillLine} from '../../domain/documents.ts'
import {creditAll, readCreditForm} from './creditForm.ts'
import type {CreditForm} from './creditForm.ts'
import {readMoney} from './moneyForm.ts'
import type {MoneyForm, MoneyRules} from './moneyForm.ts'
import {refuseCredit, refusePayment, refuseRefund, refuseVoid} from './refusals.ts'

const stored = {_rev: 'r', _createdAt: '2026-11-03T08:00:00Z', _updatedAt: '2026-11-03T08:00:00Z'}
const weak = (_ref: string) => ({_type: 'reference', _ref, _weak: true}) as const
const by = {id: 'asha', name: 'Asha'}

const bulb: BillLine = {
  _key: 'line1',
  _type: 'billLine',
  product: weak('bulb'),
  name: 'Bulb',
  unit: {name: 'pcs', decimals: 0},
  quantity: 3,
  unitPrice: 10_000,
  gross: 30_000,
  discount: 0,
  billDiscount: 0,
  taxRate: 0,
  net: 30_000,
  tax: 0,
  total: 30_000,
  unitCost: 5_000,
  cost: 15_000,
}
const {product: _product, unitCost: _unitCost, cost: _cost, ...free} = bulb
const visit: BillLine = {
  ...free,
  _key: 'line2',
  name: 'Visit',
  quantity: 1,
  gross: 10_000,
  net: 10_000,
  total: 10_000,
}
const bill: Bill = {
  ...stored,
  _id: 'bill.1',
  _type: 'bill',
  number: 'B-1',
  series: 'bill-2026',
  sequence: 1,
  serviceType: 'sale',
  lines: [bulb, visit],
  totals: {
    gross: 40_000,
    discount: 0,
    net: 40_000,
    tax: 0,
    rounding: 0,
    total: 40_000,
    cost: 15_000,
    taxIncluded: false,
    taxes: [],
  },
  currency: 'INR',
  dueDate: '2026-11-03',
  day: '2026-11-03',
  issuedAt: '2026-11-03T08:00:00Z',
  occurredAt: '2026-11-03T08:00:00Z',
  issuedBy: by,
  command: {operation: 'bills.create', key: 'k', hash: 'h'},
}
const balance: BillBalance = {
  ...stored,
  _id: 'billBalance.1',
  _type: 'billBalance',
  bill: weak('bill.1'),
  number: 'B-1',
  total: 40_000,
  paid: 25_000,
  credited: 0,
  balance: 15_000,
  dueDate: bill.dueDate,
  day: bill.day,
}

const money = (change: Partial<MoneyForm>, rules: Partial<MoneyRules> = {}) =>
  readMoney(
    {key: 'k', amount: '', method: 'cash', reference: '', ...change},
    {direction: 'payment', balance, credit: 0, currency: 'INR', ...rules},
  )

describe('money for a bill', () => {
  it('is all that is due while nothing is typed', () => {
    expect(money({})).toEqual({amount: 15_000, change: 0, left: 0})
  })

  it('gives change out of cash, and out of nothing else', () => {
    expect(money({amount: '200'})).toEqual({amount: 20_000, change: 5_000, left: 0})
    expect(money({amount: '200', method: 'card'}).error?.key).toBe('money-form.error.payment')
  })

  it('spends no more credit than there is', () => {
    expect(money({method: 'customerCredit'}, {credit: 4_000})).toEqual({
      amount: 4_000,
      change: 0,
      left: 11_000,
    })
  })

  it('pays back at most what is paid, which the bill then owes again', () => {
    const refund = {direction: 'refund'} as const
    expect(money({amount: '250'}, refund)).toEqual({amount: 25_000, change: 0, left: 40_000})
    expect(money({amount: '250.01'}, refund).error?.key).toBe('money-form.error.refund')
    expect(money({amount: '0'}, refund).error?.key).toBe('money-form.error.amount')
  })
})

const form: CreditForm = {
  key: 'k',
  lines: {line1: {quantity: '2', restock: true}, line2: {quantity: '', restock: true}},
  reason: 'Faulty',
  refund: 'none',
  refundAmount: '',
}
const read = (change: Partial<CreditForm>, subject = {bill, balance}) =>
  readCreditForm({...form, ...change}, subject, 1)

describe('a credit', () => {
  it('credits what is typed of a line and restocks it', () => {
    expect(read({})).toEqual({
      errors: {},
      lineErrors: new Map(),
      total: 20_000,
      mostRefund: 20_000,
      command: {
        key: 'k',
        bill: 'bill.1',
        reason: 'Faulty',
        lines: [{line: 'line1', quantity: 2, restock: true}],
      },
    })
  })

  it('never restocks what moved no stock when it was sold', () => {
    const lines = {line2: {quantity: '1', restock: true}}
    expect(read({lines}).command?.lines).toEqual([{line: 'line2', quantity: 1, restock: false}])
  })

  it('refuses more than is left of a line', () => {
    const credited = {...balance, creditedLines: [{_key: 'line1', quantity: 2, amount: 20_000}]}
    const found = read({}, {bill, balance: credited})
    expect([...found.lineErrors.keys()]).toEqual(['line1'])
    expect(found.command).toBeUndefined()
  })

  it('pays back at most what was paid, all of that while nothing is typed', () => {
    const lines = creditAll(bill, balance)
    expect(read({lines, refund: 'cash'}).command?.refund).toEqual({method: 'cash', amount: 25_000})
    expect(read({lines, refund: 'cash', refundAmount: '250.01'}).errors.refundAmount?.key).toBe(
      'credit-form.error.refund',
    )
  })

  it('asks for a line and for a reason', () => {
    expect(read({lines: {}, reason: ' '}).errors).toEqual({
      lines: {key: 'credit-form.error.lines'},
      reason: {key: 'credit-form.error.reason'},
    })
  })
})

describe('actions on a bill', () => {
  const settled = {...balance, paid: 40_000, balance: 0}
  const cancelled = {...balance, balance: 0, paid: 0, void: {at: '', by, reason: 'Twice'}}
  const credited = {
    ...balance,
    creditedLines: bill.lines.map(({_key, quantity, total}) => ({_key, quantity, amount: total})),
  }
  const stale = {...bill}

  it('say why they cannot be done', () => {
    expect(refusePayment(settled, stale)?.key).toBe('action.disabled.nothing-due')
    expect(refuseRefund({...balance, paid: 0}, stale)?.key).toBe('action.disabled.nothing-paid')
    expect(refuseCredit(credited, stale)?.key).toBe('action.disabled.all-credited')
    for (const refuse of [refusePayment, refuseRefund, refuseCredit, refuseVoid]) {
      expect(refuse(cancelled, stale)?.key).toBe('action.disabled.void')
    }
  })

  it('can all be done with a bill that is partly paid', () => {
    for (const refuse of [refusePayment, refuseRefund, refuseCredit, refuseVoid]) {
      expect(refuse(balance, stale)).toBeUndefined()
    }
  })
})
