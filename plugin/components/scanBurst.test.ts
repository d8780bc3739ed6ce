import {describe, expect, it} from 'vitest'
import {addLetter, codeOf, looksLikeBarcode, noBurst} from './scanBurst.ts'

/** Types the letters `gap` milliseconds apart, from time 1000. */
function type(text: string, gap: number) {
  return Array.from(text).reduce(
    (burst, letter, index) => addLetter(burst, letter, 1000 + index * gap),
    noBurst,
  )
}

describe('a burst of keys', () => {
  it('is a code when a scanner sends it and ends it with Enter', () => {
    expect(codeOf(type('8901234567894', 8), 1000 + 13 * 8)).toBe('8901234567894')
  })

  it('is no code when a person types it, however well', () => {
    expect(codeOf(type('8901234567894', 120), 1000 + 13 * 120)).toBeUndefined()
  })

  it('is no code when Enter comes after a pause, or after too few letters', () => {
    expect(codeOf(type('8901234567894', 8), 3000)).toBeUndefined()
    expect(codeOf(type('12', 8), 1016)).toBeUndefined()
  })

  it('begins anew after a pause, so that what was typed before a scan does not count', () => {
    const typed = type('2', 8)
    const scanned = Array.from('BULB-9').reduce(
      (burst, letter, index) => addLetter(burst, letter, 5000 + index * 8),
      typed,
    )
    expect(codeOf(scanned, 5048)).toBe('BULB-9')
  })

  it('knows the lengths of trade numbers', () => {
    expect(['12345678', '8901234567894', '123456789', 'BULB-9'].map(looksLikeBarcode)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
