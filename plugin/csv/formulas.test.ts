import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {neutralise, neutraliseNumber, restore} from './formulas.ts'

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "'=1"])(
    'neutralises %j with an apostrophe',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`)
      expect(restore(neutralise(text))).toBe(text)
    },
  )

  it('leaves plain text and the numbers of a column of numbers alone', () => {
    expect(['Fan', "'tis", '1-2', ''].map(neutralise)).toEqual(['Fan', "'tis", '1-2', ''])
    expect(['-12.50', '3', '-2+3', '-1e9', '=1'].map(neutraliseNumber)).toEqual([
      '-12.50',
      '3',
      "'-2+3",
      "'-1e9",
      "'=1",
    ])
  })

  it('gives back any text as it was, and never leaves a formula', () => {
    const text = fc.oneof(
      fc.string({unit: 'grapheme'}),
      fc.string({unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a')}),
    )
    fc.assert(
      fc.property(text, (original) => {
        const written = neutralise(original)
        expect(restore(written)).toBe(original)
        expect(written).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
