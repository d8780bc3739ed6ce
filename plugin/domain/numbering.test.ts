import {describe, expect, it} from 'vitest'
import {formatNumber, patternIssue, seriesName} from './numbering.ts'
import {formatQuantity, parseQuantity} from './quantity.ts'
import {toSlug} from './slug.ts'

describe('a number', () => {
  const parts = {kind: 'bill' as const, day: '2026-12-31', sequence: 12}

  it('follows its pattern', () => {
    expect(formatNumber('B-{year}-{sequence}', parts)).toBe('B-2026-00012')
    expect(formatNumber('{series}/{sequence:3}', parts)).toBe('B/012')
    expect(formatNumber('{series}/{sequence:3}', {...parts, series: 'T2'})).toBe('T2/012')
    expect(formatNumber('{sequence:2}', {...parts, sequence: 1234})).toBe('1234')
    expect(formatNumber('{series}{sequence}', {...parts, kind: 'creditNote'})).toBe('CN00012')
  })

  it('counts per year only when the pattern shows the year, and per till where one has a series', () => {
    expect(seriesName('bill', 'B-{year}-{sequence}', '2026-12-31')).toBe('bill-2026')
    expect(seriesName('bill', 'B-{year}-{sequence}', '2027-01-01')).toBe('bill-2027')
    expect(seriesName('creditNote', 'CN{sequence}', '2026-12-31')).toBe('creditNote')
    expect(seriesName('bill', '{series}-{year}-{sequence}', '2026-12-31', 'T2')).toBe(
      'bill-T2-2026',
    )
  })

  it('needs a pattern that tells numbers apart', () => {
    expect(patternIssue('{series}-{year}-{sequence:5}')).toBeUndefined()
    expect(patternIssue('B-{year}')).toMatch(/needs \{sequence\}/)
    expect(patternIssue('{month}{sequence}')).toMatch(/\{month\} is not known/)
    expect(patternIssue('{sequence:0}')).toMatch(/is not known/)
  })
})

it('shows quantities in whole units', () => {
  const kilogram = {name: 'kg', decimals: 3}
  expect(formatQuantity(1500, kilogram)).toBe('1.500 kg')
  expect(formatQuantity(-7, {name: 'pcs', decimals: 0})).toBe('-7 pcs')
  expect(parseQuantity('1.5', kilogram)).toBe(1500)
  expect(parseQuantity('1.0005', kilogram)).toBeUndefined()
})

it('makes addresses of names', () => {
  expect(toSlug('Crompton “Âir” Fan, 1200 mm!')).toBe('crompton-air-fan-1200-mm')
  expect(toSlug('!!!')).toBe('unnamed')
})
