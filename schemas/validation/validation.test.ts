import {describe, expect, it} from 'vitest'
import {checkBarcode} from './barcode.ts'
import {wouldCycle} from './categoryCycle.ts'

describe('category tree', () => {
  const parents = new Map([
    ['bulbs', 'lighting'],
    ['lighting', 'electrical'],
    ['a', 'b'],
    ['b', 'a'],
  ])

  it('refuses a parent that stands below the category, however far down', () => {
    expect(wouldCycle('electrical', 'bulbs', parents)).toBe(true)
    expect(wouldCycle('lighting', 'bulbs', parents)).toBe(true)
    expect(wouldCycle('bulbs', 'bulbs', parents)).toBe(true)
  })

  it('allows any other parent, and ends on a circle that is already there', () => {
    expect(wouldCycle('bulbs', 'electrical', parents)).toBe(false)
    expect(wouldCycle('tools', 'bulbs', parents)).toBe(false)
    expect(wouldCycle('tools', 'a', parents)).toBe(false)
  })
})

describe('barcode', () => {
  it('finds the wrong digit in EAN and UPC codes', () => {
    expect(checkBarcode('4006381333931')).toBe(true)
    expect(checkBarcode('036000291452')).toBe(true)
    expect(checkBarcode('4006381333932')).toContain('should be 1')
  })

  it('lets house codes pass and refuses spaces', () => {
    expect(checkBarcode('SHOP-17')).toBe(true)
    expect(checkBarcode(undefined)).toBe(true)
    expect(checkBarcode('SHOP 17')).toContain('no spaces')
  })
})
