import {type ExprNode, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'

import {evaluateSubqueries} from './subqueries.ts'

/** How many subqueries are evaluated before the query itself. */
function countSubqueries(query: string): number {
  const found: ExprNode[] = []
  evaluateSubqueries(parse(query), (node) => found.push(node))
  return found.length
}

describe('a subquery', () => {
  it.each([
    ['*[_id in *[vip]._id]', 1],
    ['*[_id in *[_id in *[_id in *[vip]._id]._id]._id]', 3],
    ['*{"total": count(*[_type == "bill"])}', 1],
    ['*[price > math::avg(*[_type == "bill"].price)]', 1],
    ['*[_type == "bill"] | order(count(*[vip]) desc)', 1],
    ['*{"rows": *[_type == "bill"]{"own": ^._id}}', 1],
    ['*{"rows": *[_type == "bill" && count(*[price > ^.price]) > 3]._id}', 1],
  ])('of %s that depends on no item is evaluated once', (query, count) => {
    expect(countSubqueries(query)).toBe(count)
  })

  it.each([
    '*[_id in *[brand._ref == ^._id]._id]',
    '*{"rows": *[references(^._id)]}',
    'count(*[_type == "bill"])',
    '{"a": *[_type == "bill"], "b": count(*)}',
    '*[brand->name == "Acme"]',
  ])('of %s depends on an item, or stands outside of all, and stays', (query) => {
    expect(countSubqueries(query)).toBe(0)
  })
})
