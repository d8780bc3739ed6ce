import {describe, expect, it} from 'vitest'
import {typesOfQuery} from './queryTypes.ts'

describe('the types that a query reads', () => {
  it.each([
    ['*[_type == "bill"]', {}, ['bill']],
    ["count(*[_type=='bill' && total > 5])", {}, ['bill']],
    ['*[_type in ["bill", "payment"]]', {}, ['bill', 'payment']],
    ['*[_type == "bill" && (a > 1 || (b > 2 || c))]', {}, ['bill']],
    ['*[_type == $type]', {type: 'brand'}, ['brand']],
    ['*[_type in $types]', {types: ['brand', 'user']}, ['brand', 'user']],
    ['{"a": *[_type == "brand"], "b": *[_type == "user"]}', {}, ['brand', 'user']],
  ])('%s', (query, params, types) => {
    expect([...(typesOfQuery(query, params) ?? [])]).toEqual(types)
  })

  it.each([
    ['*[_id == $id]', {}],
    ['*[_type == "bill"]{customer->}', {}],
    ['*[references($id)]', {}],
    ['*[_type == "bill"]{"n": count(*[bill._ref == ^._id])}', {}],
    ['*[_type == $type]', {}],
    ['*[!(_type == "bill")]', {}],
    ['*[_type == "bill" || price > 5]', {}],
  ])('any: %s', (query, params) => {
    expect(typesOfQuery(query, params)).toBeUndefined()
  })
})
