import {describe, expect, it} from 'vitest'

import {createQueryEngine} from './engine.ts'
import {defaults, failure, openTestEngine} from './testEngine.ts'

const lake = openTestEngine()
const ask: typeof lake.ask = (query, request) => lake.ask(query, request)

describe('a hostile query', () => {
  const chain = (operator: string, terms: number) =>
    `*[${Array.from({length: terms}, (_, index) => `a == ${index}`).join(operator)}]`

  it.each([
    ['20,000 terms', chain(' || ', 20_000)],
    ['deep brackets', `*[${'('.repeat(20_000)}`],
    ['deep signs', `*[${'!'.repeat(20_000)}a]`],
    ['deep objects', '{"a":'.repeat(5_000)],
    ['a chain of dereferences', `*[0]${'->'.repeat(6_000)}`],
    ['200 wildcards', `*[title match "${'*a'.repeat(200)}"]`],
  ])('%s is refused before it runs', async (_name, query) => {
    expect(await failure(ask(query))).toMatchObject({status: 400, type: 'queryParseError'})
    expect(await ask('1 + 1')).toBe(2)
  })

  it.each([
    ['2,000 && terms', chain(' && ', 2_000)],
    ['2,000 || terms', chain(' || ', 2_000)],
    ['ninety brackets', `${'('.repeat(90)}1${')'.repeat(90)}`],
  ])('%s are answered', async (_name, query) => {
    lake.commit([{_id: 'a', _type: 'product', a: 1}])
    await expect(ask(query)).resolves.toBeDefined()
  })

  it('that runs over its time is stopped, while the others are answered', async () => {
    lake.commit(
      Array.from({length: 1_500}, (_, index) => ({
        _id: `p${index}`,
        _type: 'product',
        price: index,
      })),
    )
    const cross = 'count(*[count(*[count(*[price > ^.price - ^.^.price]) > price]) > 0])'
    const hostile = failure(ask(cross, {timeoutMs: 1_500}))
    const others = Array.from({length: 20}, (_, index) => ask(`*[_id == "p${index}"][0].price`))
    expect(await Promise.all(others)).toEqual(Array.from({length: 20}, (_, index) => index))
    const stopped = await hostile
    expect(stopped).toMatchObject({status: 400, type: 'queryTimeoutError'})
    expect(stopped.message).toContain('1.5 s')
    expect(await ask('count(*)')).toBe(1_500)
  })

  it('on every thread at once delays the others, but loses none', async () => {
    lake.commit(
      Array.from({length: 1_500}, (_, index) => ({
        _id: `p${index}`,
        _type: 'product',
        price: index,
      })),
    )
    const cross = 'count(*[count(*[count(*[price > ^.price - ^.^.price]) > price]) > 0])'
    const hostile = Array.from({length: 4}, () => failure(ask(cross, {timeoutMs: 400})))
    const others = Array.from({length: 10}, () => ask('count(*)'))
    expect(await Promise.all(others)).toEqual(Array.from({length: 10}, () => 1_500))
    for (const error of await Promise.all(hostile)) expect(error.type).toBe('queryTimeoutError')
  }, 30_000)

  it('with a backtracking pattern made while it runs is stopped', async () => {
    lake.commit([{_id: 'a', _type: 'product', title: 'a'.repeat(200), wild: `${'*a'.repeat(40)}b`}])
    expect(await failure(ask('*[title match wild]', {timeoutMs: 500}))).toMatchObject({
      type: 'queryTimeoutError',
    })
    expect(await ask('count(*)')).toBe(1)
  })
})

describe('a hostile document', () => {
  it('with names that groq-js stumbles over does not break the queries of others', async () => {
    const names =
      '{"hasOwnProperty": 1, "__proto__": {"title": "x"}, "deep": {"hasOwnProperty": 2, "price": 5}}'
    const attributes: object = JSON.parse(names)
    lake.commit([
      {...attributes, _id: 'bad', _type: 'product'},
      {_id: 'good', _type: 'product', title: 'Lamp'},
    ])
    expect(await ask('*[_type == "product" && title == "Lamp"]._id')).toEqual(['good'])
    expect(await ask('*[title match "lamp"]._id')).toEqual(['good'])
    expect(await ask('*[_id == "bad"][0]{..., "price": deep.price}')).toEqual({
      _id: 'bad',
      _type: 'product',
      deep: {price: 5},
      price: 5,
    })
  })
})

describe('a query without measure', () => {
  it('is stopped when it takes too much memory, and the next one is answered', async () => {
    lake.commit(
      Array.from({length: 3_000}, (_, index) => ({
        _id: `p${index}`,
        _type: 'product',
        price: index,
      })),
    )
    const small = createQueryEngine({path: lake.path, memoryMb: 64})
    const request = {...defaults, dataset: lake.dataset, timeoutMs: 60_000}
    const error = await failure(
      small.query({...request, query: '*{"all": *{"again": *{_id, "copy": [@, ^._id, ^.^._id]}}}'}),
    )
    expect(error).toMatchObject({status: 400, type: 'queryResourceError'})
    expect((await small.query({...request, query: 'count(*)'})).result).toBe(3_000)
    await small.close()
  }, 60_000)

  it('says what ended the thread when the file is not there', async () => {
    const lost = createQueryEngine({path: `${lake.path}.missing`})
    const error = await failure(lost.query({...defaults, dataset: lake.dataset, query: '1'}))
    expect(error.status).toBe(500)
    expect(error.message).not.toContain(lake.path)
    await lost.close()
  })
})
