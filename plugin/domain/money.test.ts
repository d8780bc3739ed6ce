import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  allocate,
  currencyExponent,
  formatMoney,
  formatMoneyInput,
  lineAmount,
  multiplyDivide,
  parseMoney,
  roundToStep,
} from './money.ts'

const amount = fc.integer({min: -1_000_000_000, max: 1_000_000_000})

describe('money', () => {
  it('rounds half away from zero', () => {
    expect([5, -5, 4, -4].map((value) => multiplyDivide(value, 1, 10))).toEqual([1, -1, 0, 0])
    expect(lineAmount(333, 1500, 3)).toBe(500)
    expect(lineAmount(333, -1500, 3)).toBe(-500)
  })

  it('is exact where floats are not', () => {
    expect(multiplyDivide(9_007_199_254_740_991, 9999, 10_000)).toBe(9_006_298_534_815_517)
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({min: 1, max: 10_000}), (a, divisor) => {
        expect(multiplyDivide(a, divisor, divisor)).toBe(a)
      }),
    )
  })

  it('allocates exactly, and each part within 1 of its share', () => {
    const weights = fc.array(fc.nat({max: 1_000_000}), {minLength: 1, maxLength: 50})
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        const allocated = allocate(total, parts)
        const sum = parts.reduce((all, part) => all + part, 0)
        expect(allocated.reduce((all, part) => all + part, 0)).toBe(total)
        if (sum === 0) return
        for (const [index, part] of allocated.entries()) {
          expect(Math.abs(part - (total * (parts[index] ?? 0)) / sum)).toBeLessThan(1.001)
        }
      }),
    )
  })

  it('has the decimals of its currency', () => {
    expect(['INR', 'JPY', 'KWD'].map(currencyExponent)).toEqual([2, 0, 3])
    expect(formatMoney(12_345_050, 'INR', 'en-IN')).toBe('₹1,23,450.50')
    expect(formatMoney(12_345_050, 'INR', 'en-US')).toBe('₹1,23,450.50')
    expect(formatMoney(1234, 'JPY', 'en')).toBe('¥1,234')
    expect(formatMoneyInput(-5, 'KWD')).toBe('-0.005')
  })

  it('reads what people type', () => {
    expect(
      ['₹ 1,23,450.50', '1.234,5', '12,5', '1,234', '-3', '.5', 'Rs. 12'].map((text) =>
        parseMoney(text, 'EUR'),
      ),
    ).toEqual([12_345_050, 123_450, 1250, 123_400, -300, 50, 1200])
    expect(['', 'abc', '1.005', '1.2.3', '--1'].map((text) => parseMoney(text, 'EUR'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('reads back what it shows', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('INR', 'JPY', 'KWD'), (minor, currency) => {
        const zeroed = minor === 0 ? 0 : minor
        expect(parseMoney(formatMoneyInput(minor, currency), currency)).toBe(zeroed)
        expect(parseMoney(formatMoney(minor, currency, 'en'), currency)).toBe(zeroed)
      }),
    )
  })

  it('rounds to whole steps', () => {
    expect([149, 150, -150, 0].map((value) => roundToStep(value, 100))).toEqual([100, 200, -200, 0])
    expect(roundToStep(149, 1)).toBe(149)
  })
})
