import {describe, expect, it} from 'vitest'
import {formatNumber, seriesName} from './numbering.ts'
import {formatQuantity, parseQuantity} from './quantity.ts'
import {toSlug} from './slug.ts'

describe('numbers on papers', () => {
  it('turn with the year only when the pattern has one', () => {
    expect(seriesName('bill', 'B-{year}-{sequence}', '2026-12-31')).toBe('bill-2026')
    expect(seriesName('creditNote', 'CN{sequence}', '2026-12-31')).toBe('creditNote')
    expect(formatNumber('B-{year}-{sequence}', '2026-12-31', 12)).toBe('B-2026-00012')
    expect(formatNumber('B{sequence}', '2026-12-31', 1_234_567)).toBe('B1234567')
  })

  it('show quantities in whole units', () => {
    const kilogram = {name: 'kg', decimals: 3}
    expect(formatQuantity(1500, kilogram)).toBe('1.500 kg')
    expect(formatQuantity(-7, {name: 'pcs', decimals: 0})).toBe('-7 pcs')
    expect(parseQuantity('1.5', kilogram)).toBe(1500)
    expect(parseQuantity('1.0005', kilogram)).toBeUndefined()
  })

  it('make addresses of names', () => {
    expect(toSlug('Crompton “Âir” Fan, 1200 mm!')).toBe('crompton-air-fan-1200-mm')
    expect(toSlug('!!!')).toBe('unnamed')
  })
})
