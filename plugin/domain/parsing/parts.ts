import * as v from 'valibot'
import {isDay, isTimeZone} from '../calendar.ts'

export const integer = v.pipe(v.number('must be a number'), v.safeInteger('must be a whole number'))
export const text = v.string()
/** ISO UTC; figures and proofs reckon with it. */
export const time = v.pipe(
  text,
  v.check((value) => !Number.isNaN(Date.parse(value)), 'must be a time'),
)
export const day = v.pipe(text, v.check(isDay, 'must be a day of the calendar'))
export const timeZone = v.pipe(text, v.check(isTimeZone, 'must be an IANA time zone'))
export const optionalText = v.optional(v.string())

export const stored = {_id: text, _rev: text, _createdAt: text, _updatedAt: text}
export const reference = v.looseObject({_type: v.literal('reference'), _ref: text})
export const weakReference = v.looseObject({
  _type: v.literal('reference'),
  _ref: text,
  _weak: v.literal(true),
})
export const namedReference = v.looseObject({...weakReference.entries, name: optionalText})
export const slug = v.looseObject({_type: v.literal('slug'), current: text})
const decimals = v.picklist([0, 1, 2, 3])
export const unitSchema = v.object({name: text, decimals})
export const actor = v.object({id: text, name: text})
export const command = v.object({operation: text, key: text, hash: text})
export const correction = v.object({at: time, by: actor, reason: text, command})
export const method = v.picklist(['cash', 'card', 'upi', 'bankTransfer', 'other', 'customerCredit'])
