import {sentence} from './sentences.ts'
import type {Sentence} from './sentences.ts'

const CHECKED_LENGTHS = new Set([8, 12, 13, 14])

/** `true`, or what is wrong in words. EAN-8, UPC-A, EAN-13 and GTIN-14 are checked by their last digit. */
export function checkBarcode(value: string | undefined): true | Sentence {
  if (value === undefined || value === '') return true
  if (!/^[\x21-\x7e]{3,48}$/.test(value)) {
    return sentence('barcode-signs')
  }
  if (!/^\d+$/.test(value) || !CHECKED_LENGTHS.has(value.length)) return true
  const expected = checkDigit(value.slice(0, -1))
  return value.endsWith(expected) ? true : sentence('barcode-digit', {digit: expected})
}

/** GS1: from the right, digits weigh 3, 1, 3, … */
export function checkDigit(digits: string): string {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}
