import {describe, expect, it} from 'vitest'
import {checkBarcode} from './barcode.ts'
import {wouldCycle} from './categoryCycle.ts'
import {joinSentences, sentence} from './sentences.ts'
import {checkPattern} from './settings.ts'

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
    expect(checkBarcode('4006381333932')).toMatchObject({
      'en-US': 'The last digit of this barcode should be 1: one of the digits is wrong.',
      'de-DE': 'Die letzte Ziffer dieses Strichcodes müsste 1 sein: eine der Ziffern ist falsch.',
    })
  })

  it('lets house codes pass and refuses spaces', () => {
    expect(checkBarcode('SHOP-17')).toBe(true)
    expect(checkBarcode(undefined)).toBe(true)
    expect(checkBarcode('SHOP 17')).toEqual(sentence('barcode-signs'))
  })
})

describe('sentences', () => {
  it('put values in their places in every language', () => {
    const said = sentence('sku-taken', {value: 'FAN-1', other: sentence('nameless')})
    expect(said).toEqual({
      'en-US': '“FAN-1” is already the SKU of a product without a name.',
      'de-DE': '„FAN-1“ ist schon die SKU von einem Produkt ohne Namen.',
      ar: '«FAN-1» هو رمز منتج بلا اسم من قبل.',
    })
    expect(checkPattern('{day}-{sequence}')).toMatchObject({
      'en-US': '{day} is not known: use {series}, {year}, {sequence} or {sequence:4}.',
    })
  })

  it('stand one after the other', () => {
    const all = joinSentences([sentence('amount'), sentence('rate')])
    expect(all['de-DE']).toBe('Ein Betrag ist nie negativ. Ein Satz liegt zwischen 0 % und 100 %.')
  })
})
