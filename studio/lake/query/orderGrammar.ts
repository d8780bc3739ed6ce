import * as fc from 'fast-check'

import {localCondition} from './grammar.ts'
import type {LakeDocument} from './guards.ts'

/** Random lists and queries of one type that are ordered, sliced or cut out by a range: what the order indexes answer. */

const PLAIN: {requiredKeys: []; noNullPrototype: true} = {requiredKeys: [], noNullPrototype: true}
const price = fc.oneof(
  {weight: 6, arbitrary: fc.integer({min: -2, max: 9})},
  fc.constantFrom(0.5, 'red', 'lamp', '', true, false, null),
  fc.constant([1]),
)
const attributes = fc.record(
  {
    price,
    title: fc.constantFrom('red', 'lamp', 'Lamp', 'é', '', 3, null),
    size: fc.record({w: price}, {noNullPrototype: true}),
  },
  PLAIN,
)

/** Twenty to sixty documents of two types, ids in no order. */
export const listArbitrary: fc.Arbitrary<LakeDocument[]> = fc
  .array(fc.tuple(fc.nat(5), attributes), {minLength: 20, maxLength: 60, size: 'max'})
  .map((items) =>
    items.map(([kind, rest], index) => ({
      _id: `n${(index * 7) % 61}`,
      _type: kind > 0 ? 'bill' : 'brand',
      ...rest,
    })),
  )

const value = fc.constantFrom(
  'price',
  'title',
  'size.w',
  'missing',
  '_id',
  'coalesce(title, price)',
)
const key = fc
  .tuple(value, fc.constantFrom('', ' asc', ' desc'))
  .map(([name, direction]) => `${name}${direction}`)
const order = fc
  .array(key, {minLength: 1, maxLength: 3})
  .map((keys) => ` | order(${keys.join(', ')})`)
const slice = fc.constantFrom(
  '[0...3]',
  '[0..4]',
  '[2...6]',
  '[5..30]',
  '[0...0]',
  '[-2..-1]',
  '[1]',
)
const bound = fc.constantFrom('-1', '2', '4', '7.5', '"lamp"', '"r"', '""', 'true', 'null')
const comparison = fc
  .tuple(value, fc.constantFrom('<', '<=', '>', '>=', '=='), bound, fc.boolean())
  .map(([name, operator, constant, isTurned]) =>
    isTurned ? `${constant} ${operator} ${name}` : `${name} ${operator} ${constant}`,
  )
const condition = fc.oneof(
  comparison,
  fc.array(comparison, {minLength: 2, maxLength: 3}).map((parts) => parts.join(' && ')),
  localCondition,
  fc.constant('true'),
)

export const listQueryArbitrary: fc.Arbitrary<string> = fc
  .tuple(condition, fc.oneof(order, fc.constant('')), fc.oneof(slice, fc.constant('')))
  .map(([filter, ordered, sliced]) => `*[_type == "bill" && ${filter}]${ordered}${sliced}`)
