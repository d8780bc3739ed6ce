import {isTimeZone} from '../../plugin/domain/calendar.ts'
import {isCurrency} from '../../plugin/domain/money.ts'
import {patternIssue} from '../../plugin/domain/numbering.ts'

/** `true`, or what is wrong in words. */
type Verdict = true | string

export function checkCurrency(value: string | undefined): Verdict {
  if (value === undefined) return true
  if (!/^[A-Z]{3}$/.test(value)) return 'Write the currency as three capital letters, such as INR.'
  return isCurrency(value) ? true : `${value} is not a currency in use. Write INR, EUR, GBP, …`
}

export function checkTimeZone(value: string | undefined): Verdict {
  if (value === undefined || isTimeZone(value)) return true
  return `“${value}” is not a time zone. Write a region and a city, such as Asia/Kolkata.`
}

/** A number pattern needs `{sequence}`, else every number would be the same. */
export function checkPattern(value: string | undefined): Verdict {
  return value === undefined ? true : (patternIssue(value) ?? true)
}
