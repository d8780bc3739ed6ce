import {assert, integer, property} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {toDecimalText} from '../../plugin/domain/money.ts'
import {readDecimal} from './decimal.ts'

const read = (text: string, decimals: number) => readDecimal(text, {decimals})

describe('a decimal over integer storage', () => {
  it('reads what a shopkeeper types', () => {
    expect(read('12.50', 2)).toEqual({kind: 'value', value: 1250})
    expect(read('12,5', 2)).toEqual({kind: 'value', value: 1250})
    expect(read('1,25,000.50', 2)).toEqual({kind: 'value', value: 12_500_050})
    expect(read('.5', 2)).toEqual({kind: 'value', value: 50})
    expect(read(' ', 2)).toEqual({kind: 'empty'})
    expect(read('7', 0)).toEqual({kind: 'value', value: 7})
  })

  it('never rounds, and says why in words', () => {
    expect(read('12.505', 2)).toEqual({
      kind: 'error',
      message: 'At most 2 digits after the point are kept.',
    })
    expect(read('1.5', 0)).toEqual({kind: 'error', message: 'Only whole numbers are counted here.'})
    expect(read('12 rupees', 2)).toEqual({
      kind: 'error',
      message: '“12 rupees” is not a number. Write it like 12.50.',
    })
    expect(read('-', 2).kind).toBe('error')
    expect(read('99999999999999999', 2)).toEqual({
      kind: 'error',
      message: 'This number is too large to be kept exactly.',
    })
  })

  it('refuses a negative price, and takes a negative balance where one may stand', () => {
    expect(read('-1', 2)).toEqual({
      kind: 'error',
      message: 'A negative number is not allowed here.',
    })
    expect(readDecimal('-1', {decimals: 2, allowNegative: true})).toEqual({
      kind: 'value',
      value: -100,
    })
  })

  it('shows every integer so that it reads back as the same integer', () => {
    assert(
      property(
        integer({min: -1_000_000_000, max: 1_000_000_000}),
        integer({min: 0, max: 3}),
        (value, decimals) => {
          const text = toDecimalText(value, decimals)
          expect(readDecimal(text, {decimals, allowNegative: true})).toEqual({kind: 'value', value})
        },
      ),
    )
  })
})
