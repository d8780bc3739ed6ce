import {describe, expect, it} from 'vitest'
import {compare} from './drift.ts'

const place = {
  kind: 'ledger' as const,
  document: 'bill.1',
  field: 'entries',
  subject: {of: 'movement' as const, name: 'B-1', movement: 'void' as const, product: 'Fan'},
}

describe('a drift', () => {
  it('is nothing when both are equal; the negated sum of no movements, −0, is 0', () => {
    expect(compare(place, 0, -0)).toEqual([])
    expect(compare(place, undefined, undefined)).toEqual([])
    expect(compare(place, Number.NaN, Number.NaN)).toEqual([])
  })

  it('says in words what was found, what should be, and the difference of numbers', () => {
    expect(compare(place, 3, 5)).toEqual([
      {
        ...place,
        label: 'B-1, void of Fan',
        expected: 3,
        found: 5,
        difference: 2,
        message: 'B-1, void of Fan: entries is 5, should be 3 (+2)',
      },
    ])
    expect(compare(place, 'a bill', undefined)).toEqual([
      {
        ...place,
        label: 'B-1, void of Fan',
        expected: 'a bill',
        found: undefined,
        message: 'B-1, void of Fan: entries is missing, should be a bill',
      },
    ])
  })
})
