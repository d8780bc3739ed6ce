import {describe, expect, it} from 'vitest'
import {createRelevance} from './queryRelevance.ts'
import {typesOfQuery} from './queryTypes.ts'
import type {MutationEvent} from './wire.ts'

function relevanceOf(query: string, params: Record<string, unknown> = {}) {
  const types = typesOfQuery(query, params)
  return createRelevance({query, params, types, isPublishedOnly: true})
}

let count = 0
function event(
  transition: MutationEvent['transition'],
  id: string,
  fields: Record<string, unknown> = {},
): MutationEvent {
  const rev = `r${++count}`
  return {
    type: 'mutation',
    documentId: id,
    transactionId: rev,
    transition,
    previousRev: undefined,
    resultRev: transition === 'disappear' ? undefined : rev,
    result: transition === 'disappear' ? undefined : {_id: id, _type: 'bill', _rev: rev, ...fields},
    totalEvents: 1,
    timestamp: undefined,
  }
}

describe('an event may change a query', () => {
  it('with a plain filter only when the document matches before or after', async () => {
    const may = relevanceOf(
      '*[_type == "bill" && customer._ref == $c] | order(at desc)[0...5]{_id}',
      {c: 'u1'},
    )
    const of = (customer: string) => ({customer: {_ref: customer}})
    expect(await may(event('appear', 'b1', of('u2')))).toBe(false)
    expect(await may(event('appear', 'b2', of('u1')))).toBe(true)
    expect(await may(event('update', 'b1', of('u2')))).toBe(false)
    expect(await may(event('update', 'b1', of('u1')))).toBe(true)
    expect(await may(event('update', 'b1', of('u2')))).toBe(true)
    expect(await may(event('disappear', 'b1'))).toBe(false)
    expect(await may(event('disappear', 'never seen'))).toBe(true)
    expect(await may(event('update', 'also never seen', of('u2')))).toBe(true)
  })

  it('of other types or of drafts never does', async () => {
    const may = relevanceOf('count(*[_type == "bill"])')
    expect(await may(event('appear', 'p1', {_type: 'product'}))).toBe(false)
    expect(await may(event('appear', 'drafts.b1'))).toBe(false)
    expect(await may(event('appear', 'b1'))).toBe(true)
  })

  it.each([
    ['*[_type == "bill" && number match "B*"]'],
    ['*[_type == "bill" && dateTime(at) > dateTime(now())]'],
    ['*[_type == "bill" && count(*[_type == "bill"]) > 2]'],
    ['*[_type == "bill" && customer->name == "x"]'],
    ['*[_id == "x"]'],
    ['*[_type == "bill"'],
  ])('always, when the document alone does not tell: %s', async (query) => {
    const may = relevanceOf(query)
    expect(await may(event('appear', 'b1', {number: 'C'}))).toBe(true)
  })
})
