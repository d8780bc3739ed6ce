import * as v from 'valibot'
import {unitSchema} from '../domain/documentSchemas.ts'
import {MOST} from '../domain/limits.ts'

/** Letters, digits, signs: a name of spaces and invisible characters cannot be found again. */
const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Control characters but tabs and line ends, and halves of characters: neither prints nor survives every export. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u

const printable = v.check<string, string>(
  (value) => !UNPRINTABLE.test(value),
  'must not hold characters that cannot be printed',
)

/** Text that prints; may be empty. */
export const text = (max: number) =>
  v.pipe(
    v.string('must be text'),
    v.maxLength(max, `must have at most ${max} characters`),
    printable,
  )

/** Text that says something. */
export const words = (max: number) =>
  v.pipe(
    v.string('must be text'),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(max, `must have at most ${max} characters`),
    printable,
    v.check((value) => value === '' || READABLE.test(value), 'must hold something readable'),
  )

/** Minor units or smallest steps. */
export const integer = v.pipe(
  v.number('must be a number'),
  v.safeInteger('must be a whole number of minor units or smallest steps'),
  v.minValue(-MOST, `must be at least ${-MOST}`),
  v.maxValue(MOST, `must be at most ${MOST}`),
)
export const notNegative = v.pipe(integer, v.minValue(0, 'must not be negative'))
export const positive = v.pipe(integer, v.minValue(1, 'must be more than 0'))
export const basisPoints = v.pipe(notNegative, v.maxValue(10_000, 'must be at most 10000 (100 %)'))
export const unit = v.object({name: words(50), decimals: unitSchema.entries.decimals})
