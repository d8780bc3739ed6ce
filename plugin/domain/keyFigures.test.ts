import {expect, it} from 'vitest'
import type {Bill, CreditNote} from './documents.ts'
import {keyFiguresUntil} from './keyFigures.ts'

const base = {_rev: 'r', _createdAt: '', _updatedAt: ''}
const by = {id: 'asha', name: 'Asha'}
const command = {operation: 'x', key: 'x', hash: 'x'}
const day = '2026-03-10'
const pieces = {name: 'pcs', decimals: 0} as const

function totals(total: number, tax: number, cost: number): Bill['totals'] {
  const rest = {gross: total - tax, discount: 0, net: total - tax, rounding: 0, taxIncluded: false}
  return {...rest, total, tax, cost, taxes: []}
}

function line(quantity: number, total: number): Bill['lines'][number] {
  const amounts = {unitPrice: total, gross: total, discount: 0, billDiscount: 0, taxRate: 0}
  const sums = {net: total, tax: 0, total}
  return {_key: 'a', _type: 'billLine', name: 'Bulb', unit: pieces, quantity, ...amounts, ...sums}
}

function bill(id: string, on: string, occurredAt: string, quantity: number): Bill {
  const total = 118_00 * quantity
  return {
    ...base,
    _id: `bill.${id}`,
    _type: 'bill',
    number: id,
    series: 's',
    sequence: 1,
    serviceType: 'sale',
    lines: [line(quantity, total)],
    totals: totals(total, 18_00 * quantity, 60_00 * quantity),
    currency: 'INR',
    dueDate: on,
    day: on,
    issuedAt: occurredAt,
    occurredAt,
    issuedBy: by,
    command,
  }
}

it('a day as it stood at one of its instants: later papers and other days do not count', () => {
  const papers = [
    bill('early', day, '2026-03-10T05:00:00Z', 2),
    bill('on time', day, '2026-03-10T06:00:00Z', 1),
    bill('later', day, '2026-03-10T06:00:01Z', 9),
    bill('other day', '2026-03-09', '2026-03-10T05:00:00Z', 9),
  ]
  const {serviceType: _kind, dueDate: _due, ...paper} = bill('note', day, '2026-03-10T05:30:00Z', 1)
  const note: CreditNote = {
    ...paper,
    _id: 'creditNote.1',
    _type: 'creditNote',
    lines: [{...line(1, 118_00), cost: 60_00, restock: true}],
    reason: 'Broken',
  }
  const figures = keyFiguresUntil(
    {
      bills: new Map(papers.map((one) => [one._id, one])),
      billBalances: new Map(),
      creditNotes: new Map([[note._id, note]]),
    },
    {day, until: '2026-03-10T06:00:00.000Z', timeZone: 'Asia/Kolkata'},
  )
  expect(figures).toEqual({
    sales: 354_00,
    bills: 2,
    average: 177_00,
    items: 3,
    margin: 80_00,
  })
})
