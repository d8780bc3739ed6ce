import {describe, expect, it} from 'vitest'
import {readQuery} from './readQuery.ts'

describe('the types that a query reads', () => {
  it.each([
    ['*[_type == "bill"]', {}, ['bill']],
    ["count(*[_type=='bill' && total > 5])", {}, ['bill']],
    ['*["bill" == @._type]', {}, ['bill']],
    ['*[_type in ["bill", $other]]', {other: 'payment'}, ['bill', 'payment']],
    ['*[_type == "bill" && (a > 1 || (b > 2 || c))]', {}, ['bill']],
    ['*[(_type == "bill" || _type == "payment") && a > 1]', {}, ['bill', 'payment']],
    ['*[_type == $type]', {type: 'brand'}, ['brand']],
    ['*[_type in $types]', {types: ['brand', 'user']}, ['brand', 'user']],
    ['{"a": *[_type == "brand"], "b": *[_type == "user"]}', {}, ['brand', 'user']],
    ['*[_type == "bill" && count(*[_type == "user"]) > 2]', {}, ['bill', 'user']],
    ['*[_type == "bill"] | order(at desc)[0...5]{..., "n": count(lines[].qty)}', {}, ['bill']],
    ['*[_type == "bill" && references($id)]', {id: 'u1'}, ['bill']],
    ['*[_type == "bill" // || b\n && note == "-> || *[] // no comment"]', {}, ['bill']],
  ])('%s', async (query, params, types) => {
    const reading = await readQuery(query, params)
    expect([...(reading.types ?? [])]).toEqual(types)
  })

  it.each([
    ['*[_id == $id]', {}],
    ['*[_type == "bill"]{customer->}', {}],
    ['*[_type == "product" && url == "https://a"]{"b": brand->name}', {}],
    ['*[references($id)]', {}],
    ['{"n": count(*), "b": *[_type == "brand"]}', {}],
    ['*{_type}[_type == "bill"]', {}],
    ['*[_type == "bill"]{"n": count(*[bill._ref == ^._id])}', {}],
    ['*[_type == "bill"]{"n": *[^._type == "bill"]}', {}],
    ['*[_type == $type]', {}],
    ['*[_type in ["bill", $type]]', {type: 3}],
    ['*[_type in ["bill", ...$types]]', {types: ['user']}],
    ['*[_type == "bill" || price > 5]', {}],
    ['*[!(_type == "bill")]', {}],
    ['*[_type match "bill*"]', {}],
    ['*[_type == "bill"] | score(number match "B*")', {}],
    ['*[_type == "bill"]{"d": documents::get(customer)}', {}],
    ['fn shop::named($a) = $a->{name}; *[_type == "bill"]{"c": shop::named(customer)}', {}],
    ['*[_type == "bill"', {}],
  ])('any: %s', async (query, params) => {
    expect(await readQuery(query, params)).toEqual({types: undefined, passes: undefined})
  })
})
