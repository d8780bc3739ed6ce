import {describe, expect, it} from 'vitest'
import {emptyBillForm} from './billForm.ts'
import {readParkedSale, resumeSale, toParked, toTyped} from './parkedSale.ts'
import {readPayments} from './readPayments.ts'

const sources = {products: new Map(), currency: 'INR', newId: () => 'line'}

describe('a parked sale', () => {
  it('comes back as it was typed, under a new key, and says which sale it issues', () => {
    const content = JSON.stringify({
      customer: 'user.1',
      lines: [
        {name: 'Labour', quantity: 2, unitPrice: 25_000, discount: {rate: 1000}},
        {product: 'gone', quantity: 3, unitPrice: 500, discount: {amount: 50}},
      ],
      discount: {amount: 100},
      notes: 'Tomorrow',
    })
    const sale = readParkedSale({content})
    expect(sale && resumeSale(sale, {key: 'new', draft: 'billDraft.1', sources})).toEqual({
      key: 'new',
      customer: 'user.1',
      lines: [
        {id: 'line', name: 'Labour', quantity: '2', price: '250.00', discount: '10%'},
        {id: 'line', product: 'gone', name: '', quantity: '3', price: '5.00', discount: '0.50'},
      ],
      discount: '1.00',
      payments: [],
      overpayment: 'change',
      dueDate: '',
      serviceType: 'sale',
      notes: 'Tomorrow',
      draft: 'billDraft.1',
    })
  })

  it('that was not complete comes back with every text as it was typed', () => {
    const form = {
      ...emptyBillForm('old', 'user.1'),
      lines: [{id: 'a', name: 'Lab', quantity: '1,x', price: '', discount: ''}],
      payments: [{id: 'p', method: 'cash', amount: '5'}] as const,
      draft: 'billDraft.0',
    }
    const {typed, draft} = toTyped(form)
    expect(draft).toBe('billDraft.0')
    const sale = readParkedSale({content: JSON.stringify({typed})})
    expect(sale && resumeSale(sale, {key: 'new', draft: 'billDraft.1', sources})).toEqual({
      ...form,
      key: 'new',
      payments: [],
      draft: 'billDraft.1',
    })
  })

  it('is not resumed when nobody can read it', () => {
    expect(readParkedSale({content: '{"lines": 1}'})).toBeUndefined()
    expect(readParkedSale({content: 'no JSON'})).toBeUndefined()
  })

  it('takes no money with it', () => {
    const lines = [{name: 'Labour', quantity: 1, unitPrice: 1}]
    const payments = [{method: 'cash', amount: 1}] as const
    expect(toParked({lines, payments, overpayment: 'change', notes: 'n'})).toEqual({
      lines,
      notes: 'n',
    })
  })
})

describe('several payments', () => {
  const cash = {id: 'a', method: 'cash', amount: '300'} as const
  const card = {id: 'b', method: 'card', amount: '100'} as const
  const credit = {id: 'c', method: 'customerCredit', amount: ''} as const

  it('give change out of the cash whatever the order, and note what was handed over', () => {
    expect(readPayments([cash, card], 25_488, 'INR')).toEqual({
      inputs: [
        {method: 'card', amount: 10_000},
        {method: 'cash', amount: 30_000},
      ],
      errors: new Map(),
      paid: 25_488,
      change: 14_512,
      open: 0,
    })
  })

  it('spend credit up to what there is, and leave the rest open', () => {
    expect(readPayments([credit], 10_000, 'INR', 4_000)).toMatchObject({
      inputs: [{method: 'customerCredit', amount: 4_000}],
      open: 6_000,
    })
    const typed = readPayments([{...credit, amount: '50'}], 10_000, 'INR', 4_000)
    expect(typed.errors.get('c')?.key).toBe('bill-error.credit')
  })
})
