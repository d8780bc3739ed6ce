import {describe, expect, it} from 'vitest'

import {failure, openTestEngine} from './testEngine.ts'

const lake = openTestEngine()
const ask: typeof lake.ask = (query, request) => lake.ask(query, request)

describe('the filter of a listener', () => {
  const draft = {_id: 'drafts.a', _type: 'product', title: 'Red lamp', price: 5}
  const published = {_id: 'b', _type: 'brand', title: 'Acme'}

  it.each([
    ['*', {}, true, true],
    ['*[_type in $types]', {types: ['brand']}, false, true],
    ['*[_id in path("drafts.**") || _id == $id]', {id: 'x'}, true, false],
    ['*[_type == "product" && price > 3]{title, ...}|order(title)[0..3]', {}, true, false],
    ['*[_type == "product"][price > 7]', {}, false, false],
    ['*[title match "red*"]', {}, true, false],
    ['*[@ match text::query("acme")]', {}, false, true],
    ['*[sanity::versionOf("a")]', {}, true, false],
    ['*[sanity::partOfVariant("a") || _type == "brand"]', {}, false, true],
    ['*[brand->title == "Acme"]', {}, false, false],
  ])('%s', async (query, params, onDraft, onPublished) => {
    const filter = await lake.engine.compileFilter(query, params)
    expect(await filter.matches(draft)).toBe(onDraft)
    expect(await filter.matches(published)).toBe(onPublished)
    expect(await filter.matches(null)).toBe(false)
  })

  it.each([
    ['*[delta::changedAny(price)]', {price: 6}, true],
    ['*[delta::changedAny(price)]', {title: 'Blue lamp'}, false],
    ['*[delta::changedOnly(price)]', {price: 6, title: 'Blue lamp'}, false],
    ['*[_type == "product" && before().price < after().price]', {price: 6}, true],
    ['*[_type == "product" && before().price < after().price]', {price: 4}, false],
    ['*[delta::operation() == $operation]', {}, true],
  ])('%s on a change to %j looks at both sides', async (query, changed, expected) => {
    const filter = await lake.engine.compileFilter(query, {operation: 'update'})
    const after = {...draft, ...changed}
    expect(await filter.matches(after, {before: draft, after})).toBe(expected)
    expect(await filter.matches(draft, {before: draft, after})).toBe(expected)
  })

  it('knows a creation and a deletion by what is missing', async () => {
    const created = await lake.engine.compileFilter('*[delta::operation() == "create"]', {})
    expect(await created.matches(draft, {before: null, after: draft})).toBe(true)
    expect(await created.matches(draft, {before: draft, after: null})).toBe(false)
    expect(await failure(ask('*[delta::changedAny(price)]'))).toMatchObject({status: 400})
  })

  it('answers at once for the common shapes', async () => {
    const filter = await lake.engine.compileFilter(
      '*[_type == "product" && _id in path("drafts.**")]',
      {},
    )
    expect(filter.matches(draft)).toBe(true)
  })

  it.each(['*[', 'count(*)', '*[_type == $missing]', '{"a": 1}'])(
    '%s is an error that a channelError frame can carry',
    async (query) => {
      const error = await failure(lake.engine.compileFilter(query, {}))
      expect(error).toMatchObject({type: 'queryParseError', details: {query}})
      expect(typeof error.details['start']).toBe('number')
      expect(typeof error.details['end']).toBe('number')
    },
  )

  it('bears a document with names that groq-js stumbles over', async () => {
    const document: Record<string, unknown> = {
      _id: 'a',
      _type: 'product',
      title: 'Lamp',
      hasOwnProperty: 1,
    }
    const filter = await lake.engine.compileFilter('*[title match "lamp"]', {})
    expect(await filter.matches(document)).toBe(true)
  })

  it('that runs over its time is stopped', async () => {
    const filter = await lake.engine.compileFilter('*[title match wild]', {})
    const hostile = {
      _id: 'a',
      _type: 'product',
      title: 'a'.repeat(200),
      wild: `${'*a'.repeat(40)}b`,
    }
    const error = await failure(Promise.resolve(filter.matches(hostile)))
    expect(error.type).toBe('queryTimeoutError')
    expect(await filter.matches({...hostile, wild: 'a*'})).toBe(true)
  })
})
