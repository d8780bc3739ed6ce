import {parseDecimal, toDecimalText} from '../../plugin/domain/money.ts'

/** What a typed text means in smallest units; `empty` unsets the value. */
export type DecimalText =
  | {kind: 'empty'}
  | {kind: 'value'; value: number}
  | {kind: 'error'; message: string}

export interface DecimalRules {
  /** Digits after the point: 2 for rupees and paise, `unit.decimals` for a quantity. */
  decimals: number
  /** Refused by default: prices and reorder levels are never negative. */
  allowNegative?: boolean
}

/** Integers of fewer digits are always exact. */
const MOST_DIGITS = 13

/** `12.5` with two decimals is 1250. Errors are sentences for the person who typed; nothing is rounded. */
export function readDecimal(text: string, rules: DecimalRules): DecimalText {
  if (text.trim() === '') return {kind: 'empty'}
  const value = parseDecimal(text, rules.decimals)
  if (value === undefined) return {kind: 'error', message: whyUnread(text, rules.decimals)}
  if (value < 0 && rules.allowNegative !== true) {
    return {kind: 'error', message: 'A negative number is not allowed here.'}
  }
  return {kind: 'value', value}
}

function whyUnread(text: string, decimals: number): string {
  if (/[^\d.,\s-]/.test(text) || !/\d/.test(text)) {
    const example = toDecimalText(125 * 10 ** Math.max(0, decimals - 1), decimals)
    return `“${text.trim()}” is not a number. Write it like ${example}.`
  }
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length > MOST_DIGITS) return 'This number is too large to be kept exactly.'
  return decimals === 0
    ? 'Only whole numbers are counted here.'
    : `At most ${decimals} ${decimals === 1 ? 'digit' : 'digits'} after the point are kept.`
}
