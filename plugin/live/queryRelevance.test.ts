import {describe, expect, it} from 'vitest'
import {createRelevance} from './queryRelevance.ts'
import type {QueryView} from './queryRelevance.ts'
import {readQuery} from './readQuery.ts'
import type {MutationEvent} from './wire.ts'

function relevanceOf(
  query: string,
  params: Record<string, unknown> = {},
  view: QueryView = 'published',
) {
  return createRelevance({reading: readQuery(query, params), view})
}

const LONG_AGO = '2026-01-01T00:00:00.000Z'
const NOW = '2026-03-10T06:00:00.000Z'

/** The events of a dataset's documents, whose revisions follow each other. */
function createWriter() {
  const revisions = new Map<string, string>()
  let count = 0
  return (
    transition: MutationEvent['transition'],
    id: string,
    fields: Record<string, unknown> = {},
  ): MutationEvent => {
    const rev = `r${++count}`
    const previousRev = revisions.get(id) ?? `before ${rev}`
    revisions.set(id, rev)
    const isGone = transition === 'disappear'
    return {
      type: 'mutation',
      documentId: id,
      transactionId: rev,
      transition,
      previousRev: transition === 'appear' ? undefined : previousRev,
      resultRev: isGone ? undefined : rev,
      result: isGone
        ? undefined
        : {_id: id, _type: 'bill', _rev: rev, _createdAt: LONG_AGO, ...fields},
      totalEvents: 1,
      timestamp: NOW,
    }
  }
}

const CUSTOMERS_BILLS = '*[_type == "bill" && customer._ref == $c] | order(at desc)[0...5]{_id}'
const of = (customer: string) => ({customer: {_ref: customer}})

describe('an event may change a query', () => {
  it('with a plain filter only when the document matches before or after', async () => {
    const may = relevanceOf(CUSTOMERS_BILLS, {c: 'u1'})
    const event = createWriter()
    expect(await may(event('appear', 'b1', of('u2')))).toBe(false)
    expect(await may(event('appear', 'b2', of('u1')))).toBe(true)
    expect(await may(event('update', 'b1', of('u2')))).toBe(false)
    expect(await may(event('update', 'b1', of('u1')))).toBe(true)
    expect(await may(event('update', 'b1', of('u2')))).toBe(true)
    expect(await may(event('disappear', 'b1'))).toBe(false)
    expect(await may(event('disappear', 'never seen'))).toBe(true)
    expect(await may(event('update', 'also never seen', of('u2')))).toBe(true)
  })

  it('when the revision before it is not known, though an older one of the document is', async () => {
    const may = relevanceOf(CUSTOMERS_BILLS, {c: 'u1'})
    const event = createWriter()
    const outside = event('update', 'b1', of('u2'))
    const inside = event('update', 'b1', of('u1'))
    const outsideAgain = event('update', 'b1', of('u2'))
    expect(await may(inside)).toBe(true)
    // late, or doubled
    expect(await may(outside)).toBe(true)
    expect(await may(outsideAgain)).toBe(true)
    expect(await may(event('update', 'b1', of('u3')))).toBe(false)
  })

  it('when an event was lost that made the document match', async () => {
    const may = relevanceOf(CUSTOMERS_BILLS, {c: 'u1'})
    const event = createWriter()
    expect(await may(event('appear', 'b1', of('u2')))).toBe(false)
    event('update', 'b1', of('u1'))
    expect(await may(event('update', 'b1', of('u2')))).toBe(true)
    expect(await may(event('disappear', 'b1'))).toBe(false)
  })

  it('of other types or of drafts never does', async () => {
    const may = relevanceOf('count(*[_type == "bill"])')
    const event = createWriter()
    expect(await may(event('appear', 'p1', {_type: 'product'}))).toBe(false)
    expect(await may(event('update', 'p1', {_type: 'product'}))).toBe(false)
    expect(await may(event('update', 'never seen', {_type: 'product'}))).toBe(false)
    expect(await may(event('appear', 'drafts.b1'))).toBe(false)
    expect(await may(event('appear', 'b1'))).toBe(true)
  })

  it.each([['count(*[_type == "bill"])'], ['*[_type in ["bill", "payment"]]'], [CUSTOMERS_BILLS]])(
    'when its transaction gave the document another type: %s',
    async (query) => {
      const may = relevanceOf(query, {c: 'u1'})
      const event = createWriter()
      const anew = {_type: 'product', _createdAt: NOW}
      expect(await may(event('update', 'b1', anew))).toBe(true)
      expect(await may(event('update', 'b1', anew))).toBe(false)
      expect(await may(event('update', 'b1', of('u1')))).toBe(true)
      expect(await may(event('update', 'b1', anew))).toBe(true)
    },
  )

  it('of a draft, where drafts take the place of what they are of', async () => {
    const may = relevanceOf(CUSTOMERS_BILLS, {c: 'u1'}, 'overlaid')
    const event = createWriter()
    expect(await may(event('appear', 'drafts.b1', of('u2')))).toBe(true)
    expect(await may(event('disappear', 'drafts.b1'))).toBe(true)
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
    expect(await may(createWriter()('appear', 'b1', {number: 'C'}))).toBe(true)
  })
})
