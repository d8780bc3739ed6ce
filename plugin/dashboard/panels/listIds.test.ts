import {describe, expect, it} from 'vitest'
import type {Bill, Brand} from '../../domain/documents.ts'
import {billOrder, brandOrder, createFindIds} from './listIds.ts'

const base = {_rev: 'r', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}

function bill(sequence: number, occurredAt: string, customerName?: string): Bill {
  return {
    ...base,
    _id: `bill.${sequence}`,
    _type: 'bill',
    number: `B-2026-${sequence}`,
    series: 'bill-2026',
    sequence,
    ...(customerName === undefined ? {} : {customerName}),
    serviceType: 'sale',
    lines: [],
    totals: {
      gross: 0,
      discount: 0,
      net: 0,
      tax: 0,
      rounding: 0,
      total: 0,
      cost: 0,
      taxIncluded: false,
      taxes: [],
    },
    currency: 'INR',
    dueDate: occurredAt.slice(0, 10),
    day: occurredAt.slice(0, 10),
    issuedAt: occurredAt,
    occurredAt,
    issuedBy: {id: 'a', name: 'A'},
    command: {operation: 'bills.create', key: 'k', hash: 'h'},
  }
}

const billIds = createFindIds(billOrder)
const brandIds = createFindIds(brandOrder)

const bills = new Map(
  [
    bill(1, '2026-11-01T10:00:00Z', 'Meera Nair'),
    bill(2, '2026-11-03T10:00:00Z'),
    bill(3, '2026-11-03T10:00:00Z', 'Arun'),
  ].map((item) => [item._id, item]),
)

describe('lists of the dashboard', () => {
  it('show the newest bill first, of one instant the higher number', () => {
    expect(billIds(bills, '')).toEqual(['bill.3', 'bill.2', 'bill.1'])
  })

  it('show nothing after the as-of day', () => {
    expect(billIds(bills, '', '2026-11-02')).toEqual(['bill.1'])
  })

  it('find by number and by customer, in any case', () => {
    expect(billIds(bills, 'meera')).toEqual(['bill.1'])
    expect(billIds(bills, 'b-2026-2')).toEqual(['bill.2'])
  })

  it('stand malformed documents: a name that is null, a missing number', () => {
    const broken: Brand = JSON.parse(
      JSON.stringify({...base, _id: 'broken', _type: 'brand', name: null, isActive: 'yes'}),
    )
    expect(brandIds(new Map([['broken', broken]]), '')).toEqual(['broken'])
    expect(brandIds(new Map([['broken', broken]]), 'x')).toEqual([])
  })

  it('are after any changes what a list made anew is', () => {
    const find = createFindIds(billOrder)
    let shown = new Map(bills)
    for (let round = 0; round < 400; round++) {
      const sequence = ((round * 7) % 23) + 1
      const hour = String((round * 5) % 24).padStart(2, '0')
      shown = new Map(shown)
      if (round % 4 === 3) shown.delete(`bill.${sequence}`)
      else shown.set(`bill.${sequence}`, bill(sequence, `2026-11-02T${hour}:00:00Z`, 'Arun'))
      const query = round < 200 ? '' : 'arun'
      expect(find(shown, query)).toEqual(createFindIds(billOrder)(shown, query))
    }
  })

  it('are the same list while only what is not shown of them changes', () => {
    const find = createFindIds(billOrder)
    const first = find(bills, '')
    const paid = new Map(bills).set('bill.2', bill(2, '2026-11-03T10:00:00Z', 'Somebody'))
    expect(find(paid, '')).toBe(first)
  })
})
