import * as fc from 'fast-check'

import type {LakeDocument} from './guards.ts'

/** Random datasets and queries for the property tests: few names and ids, so that they often meet. */

const ids = fc.constantFrom(
  'a',
  'b',
  'c',
  'drafts.a',
  'drafts.b',
  'drafts.e',
  'versions.r1.a',
  'versions.r1.f',
  'x.y',
)
const types = fc.constantFrom('product', 'brand', 'bill')
const words = fc.constantFrom('red', 'lamp', 'Red lamp', 'cable', 'blue cable', '')
const reference = ids.map((id) => ({_type: 'reference', _ref: id}))
const PLAIN = {noNullPrototype: true} as const
const scalar = fc.oneof(words, fc.integer({min: 0, max: 4}), fc.boolean(), fc.constant(null))

const attributes = fc.record(
  {
    title: fc.oneof(words, scalar),
    price: fc.oneof(fc.integer({min: 0, max: 4}), scalar),
    live: fc.oneof(fc.boolean(), scalar),
    brand: fc.oneof(reference, words),
    tags: fc.array(fc.oneof(words, fc.integer({min: 0, max: 2})), {maxLength: 3}),
    lines: fc.array(
      fc.record({_key: words, product: reference, steps: fc.integer({min: 0, max: 3})}, PLAIN),
      {maxLength: 3},
    ),
    slug: fc.record({current: words}, PLAIN),
  },
  {requiredKeys: [], noNullPrototype: true},
)

/** A document with a few attributes; ids repeat between datasets, never within one. */
export const documentArbitrary: fc.Arbitrary<LakeDocument> = fc
  .record({_id: ids, _type: types, attributes})
  .map(({_id, _type, attributes: rest}) => ({_id, _type, ...rest}))

export const datasetArbitrary: fc.Arbitrary<LakeDocument[]> = fc.uniqueArray(documentArbitrary, {
  maxLength: 9,
  selector: (document) => document._id,
})

const text = (value: unknown) => JSON.stringify(value)
const idText = ids.map(text)
const path = fc.constantFrom(
  'title',
  'price',
  'live',
  'slug.current',
  '_id',
  '_type',
  'brand',
  'brand._ref',
  'missing',
  'tags',
)
const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
const list = (item: fc.Arbitrary<string>) =>
  fc.array(item, {maxLength: 3}).map((items) => `[${items.join(', ')}]`)
const pattern = fc.constantFrom(
  'drafts.**',
  'drafts.*',
  '*',
  '**',
  'versions.r1.**',
  'versions.*.a',
  'a',
  'x.**',
)
const format = (parts: readonly string[], ...values: fc.Arbitrary<string>[]) =>
  fc
    .tuple(...values)
    .map((filled) => parts.map((part, index) => part + (filled[index] ?? '')).join(''))

/** Conditions on one document only. */
export const localCondition: fc.Arbitrary<string> = fc.letrec<{condition: string; atom: string}>(
  (tie) => ({
    atom: fc.oneof(
      format(['', ' ', ' ', ''], path, operator, scalar.map(text)),
      format(['', ' ', ' ', ''], scalar.map(text), operator, path),
      format(['_type == ', ''], types.map(text)),
      format(['_id == ', ''], idText),
      format(['_id in ', ''], list(idText)),
      format(['_type in ', ''], list(types.map(text))),
      format(['', ' in ', ''], path, list(scalar.map(text))),
      format(['_id in path(', ')'], pattern.map(text)),
      format(['', ' in tags'], scalar.map(text)),
      format(['defined(', ')'], path),
      format(['sanity::versionOf(', ')'], idText),
      fc.constantFrom('true', 'false', 'live'),
    ),
    condition: fc.oneof(
      {maxDepth: 3, withCrossShrink: true},
      tie('atom'),
      format(['(', ' && ', ')'], tie('condition'), tie('condition')),
      format(['', ' || ', ''], tie('atom'), tie('condition')),
      format(['', ' && ', ''], tie('atom'), tie('atom')),
      format(['!(', ')'], tie('condition')),
    ),
  }),
).condition

const reference$ = fc.oneof(
  format(['references(', ')'], idText),
  format(['references(', ')'], list(idText)),
  format(['brand._ref == ', ''], idText),
  format(['', ' in lines[].product._ref'], idText),
  format(['', ' in lines[].product._ref[0..1]'], idText),
  format(['brand->_type == ', ''], types.map(text)),
  format(
    ['', ' match ', ''],
    fc.constantFrom(
      'title',
      'tags',
      'slug.current',
      '[title, slug.current]',
      '_id',
      'lines[]._key',
      'brand->title',
      '[title, _type]',
    ),
    fc.constantFrom(
      '"red*"',
      '"lamp"',
      '"RED LAMP"',
      '["red", "la*"]',
      '"*amp"',
      '"r.d"',
      '"drafts*"',
      '""',
      '"a.b*"',
      '1',
    ),
  ),
)

/** Conditions that compare with the row outside of a subquery. */
const outer = fc.constantFrom(
  'references(^._id)',
  'references(^.brand._ref)',
  'references(^.lines[].product._ref)',
  '_id == ^.brand._ref',
  '^.brand._ref == _id',
  '_id in ^.lines[].product._ref',
  '_id in ^.tags',
  'brand._ref == ^._id',
  'brand._ref == ^.brand._ref',
  'brand._ref == ^.missing',
  '^._id in lines[].product._ref',
  '_id == "drafts." + ^._id',
  '_id == ^.brand->_id',
  'price > ^.price',
  '_type == ^._type',
  'references(^.missing)',
  'references(^.price)',
)

/** Conditions with a query of their own that no item outside of it changes. */
const subquery = fc.oneof(
  format(['_id in *[', ']._id'], localCondition),
  format(['brand._ref in *[', '][0..1]._id'], localCondition),
  format(['price >= count(*[', '])'], localCondition),
  format(['references(*[', ']._id)'], localCondition),
  format(['title in *[', '].lines[].product->title'], localCondition),
  format(
    ['_id in *[_type == "brand" && ', ' && count(*[price > ^.price]) > 0]._id'],
    localCondition,
  ),
  format(['count(*[_id in *[', ']._id && price == ^.price]) > 0'], localCondition),
  format(['"a" in *[', ']{"ids": [_id, ^._id]}.ids[]'], localCondition),
)

const condition = fc.oneof(
  localCondition,
  reference$,
  subquery,
  format(['', ' && ', ''], localCondition, reference$),
  format(['', ' || ', ''], reference$, localCondition),
)

const inner = fc.oneof(
  outer,
  format(['', ' && ', ''], outer, localCondition),
  format(['', ' || ', ''], outer, reference$),
  format(['', ' && ', ''], outer, subquery),
)
const scoreTerm = fc.oneof(
  condition,
  format(['boost(', ', 3)'], condition),
  format(['boost(_type == ', ' && ', ', 2)'], types.map(text), condition),
)
const score = fc.oneof(
  format([' | score(', ')'], scoreTerm),
  format([' | score(', ', ', ')[_score > 0]'], scoreTerm, scoreTerm),
  format([' | score(', ')[_score > 2]{_id, _score}'], scoreTerm),
)
const projection = fc.oneof(
  fc.constantFrom(
    '{_id, title, price}',
    '{_id, "brand": brand->{_id, title}}',
    '._id',
    '.lines[].product->title',
    '{...}',
    '.brand->',
  ),
  format(['{_id, "found": *[', ']._id}'], inner),
  format(['{_id, "n": count(*[', '])}'], inner),
  format(['{"lines": lines[]{_key, "rows": *[', ']{_id}}}'], inner),
  format(
    ['{_id, "deep": *[', ']{_id, "more": *[', ' && ^.^._type == "brand"]._id}}'],
    inner,
    inner,
  ),
)
const order = fc.constantFrom(
  '',
  ' | order(price)',
  ' | order(title desc, _id asc)',
  ' | order(_type)[0..2]',
)
const source = fc.oneof(
  format(['*[', ']'], condition),
  format(['*[', '][', ']'], condition, condition),
  format(['*[', '][0..2]'], condition),
  fc.constant('*'),
)

/** Whole queries. */
export const queryArbitrary: fc.Arbitrary<string> = fc.oneof(
  format(['', '', '', ''], source, order, projection),
  format(['', '', ''], source, order),
  format(['*[', ']', '{_id, _score}'], condition, score),
  format(['*', ' | order(_score desc, _id asc)'], score),
  format(['*[', ']{_id, "best": *[', ']', '}'], condition, condition, score),
  format(['*[', ']{_id, "best": *[', '] | score(title match ^.title)}'], condition, inner),
  format(['count(', ')'], source),
  format(['{"a": ', ', "b": ', '}'], source, format(['*[', '][0]'], condition)),
)
