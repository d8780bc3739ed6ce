import {isTimeZone} from '../../plugin/domain/calendar.ts'
import {isCurrency} from '../../plugin/domain/money.ts'
import {patternProblem} from '../../plugin/domain/numbering.ts'
import {sentence} from './sentences.ts'
import type {Sentence} from './sentences.ts'

/** `true`, or what is wrong in words. */
type Verdict = true | Sentence

export function checkCurrency(value: string | undefined): Verdict {
  if (value === undefined) return true
  if (!/^[A-Z]{3}$/.test(value)) return sentence('currency-letters')
  return isCurrency(value) ? true : sentence('currency-unknown', {value})
}

export function checkTimeZone(value: string | undefined): Verdict {
  if (value === undefined || isTimeZone(value)) return true
  return sentence('time-zone', {value})
}

/** A number pattern needs `{sequence}`, else every number would be the same. */
export function checkPattern(value: string | undefined): Verdict {
  const problem = value === undefined ? undefined : patternProblem(value)
  if (problem === undefined) return true
  return problem.name === 'no-sequence'
    ? sentence('pattern-sequence')
    : sentence('pattern-unknown', {name: problem.placeholder})
}
