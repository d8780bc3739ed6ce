import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'

import {LakeError} from '../errors.ts'
import {createQueryEngine, type QueryEngine, type QueryRequest} from './engine.ts'
import {createLakeFile, type LakeFile} from './fixture.ts'

let file: LakeFile
let engine: QueryEngine

let rounds = 0

/** The dataset of the running test: one file and one engine serve them all. */
let shop = ''

beforeAll(() => {
  file = createLakeFile()
  engine = createQueryEngine({path: file.path})
})

beforeEach(() => {
  rounds += 1
  shop = `shop${rounds}`
})

afterAll(async () => {
  await engine.close()
  file.remove()
})

const defaults = {params: {}, perspective: 'raw', readFilter: null} satisfies Partial<QueryRequest>

async function ask(query: string, request: Partial<QueryRequest> = {}): Promise<unknown> {
  return (await engine.query({dataset: shop, ...defaults, ...request, query})).result
}

async function failure(promise: Promise<unknown>): Promise<LakeError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof LakeError) return error
  throw new Error(`expected a LakeError, got ${String(error)}`)
}

describe('consistency', () => {
  it('a query sees every transaction committed before it: creations, changes, deletions', async () => {
    for (let round = 1; round <= 30; round += 1) {
      const minSequence = file.commit(shop, [
        {_id: `p${round}`, _type: 'product', round},
        {_id: 'same', _type: 'product', round},
      ])
      expect(await ask('[count(*), *[_id == "same"][0].round]', {minSequence})).toEqual([
        round + 1,
        round,
      ])
    }
    file.commit(shop, [{delete: 'same'}, {delete: 'p1'}])
    expect(await ask('count(*[_type == "product"])')).toBe(29)
  })

  it('datasets do not see each other', async () => {
    file.commit(shop, [{_id: 'a', _type: 'product'}])
    file.commit('other', [{_id: 'b', _type: 'product'}])
    expect(await ask('*._id')).toEqual(['a'])
    expect(await ask('*._id', {dataset: 'other'})).toEqual(['b'])
    expect(await ask('*._id', {dataset: 'nothing'})).toEqual([])
  })

  it('refuses to answer before a transaction that is not there', async () => {
    file.commit(shop, [{_id: 'a', _type: 'product'}])
    expect(await failure(ask('*', {minSequence: 99_999}))).toMatchObject({
      status: 503,
      type: 'lakeBehindError',
    })
  })
})

describe('errors of a query', () => {
  it.each([
    ['*[_type == "a"', 13, 14],
    ['*[nope(1)]', 2, 6],
    ['*[_type == $type && "$type" == x]', 11, 16],
    ['count()', 0, 7],
    ['', 0, 0],
    ['*{title} | score(a == 1)', 0, 24],
    ['*[0] | score(a == 1)', 0, 20],
    ['*[_type == "product"].title | score(a == 1)', 0, 43],
  ])('%s names its place', async (query, start, end) => {
    const error = await failure(ask(query))
    expect(error).toMatchObject({status: 400, type: 'queryParseError', details: {query}})
    expect(error.details['start']).toBe(start)
    expect(error.details['end']).toBe(end)
    expect(error.message).not.toBe('')
  })

  it('a parameter given as null is there', async () => {
    expect(await ask('$x == null', {params: {x: null}})).toBe(true)
  })
})

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
    file.commit(shop, [{_id: 'a', _type: 'product', a: 1}])
    await expect(ask(query)).resolves.toBeDefined()
  })

  it('that runs over its time is stopped, while the others are answered', async () => {
    file.commit(
      shop,
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
    file.commit(
      shop,
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
    file.commit(shop, [
      {_id: 'a', _type: 'product', title: 'a'.repeat(200), wild: `${'*a'.repeat(40)}b`},
    ])
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
    file.commit(shop, [
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
    file.commit(
      shop,
      Array.from({length: 3_000}, (_, index) => ({
        _id: `p${index}`,
        _type: 'product',
        price: index,
      })),
    )
    const small = createQueryEngine({path: file.path, memoryMb: 64})
    const request = {...defaults, dataset: shop, timeoutMs: 60_000}
    const error = await failure(
      small.query({...request, query: '*{"all": *{"again": *{_id, "copy": [@, ^._id, ^.^._id]}}}'}),
    )
    expect(error).toMatchObject({status: 400, type: 'queryResourceError'})
    expect((await small.query({...request, query: 'count(*)'})).result).toBe(3_000)
    await small.close()
  }, 60_000)

  it('says what ended the thread when the file is not there', async () => {
    const lost = createQueryEngine({path: `${file.path}.missing`})
    const error = await failure(lost.query({...defaults, dataset: shop, query: '1'}))
    expect(error.status).toBe(500)
    expect(error.message).not.toContain(file.path)
    await lost.close()
  })
})

describe('a read filter', () => {
  beforeEach(() => {
    file.commit(shop, [
      {_id: 'p1', _type: 'product', owner: {_type: 'reference', _ref: 'secret.1'}},
      {_id: 'drafts.p1', _type: 'product', title: 'hidden draft'},
      {_id: 'p2', _type: 'product', team: 'red'},
      {_id: 'secret.1', _type: 'person', name: 'Hidden', likes: {_ref: 'p2'}},
    ])
  })

  it('hides documents from lists, counts, dereferences, references() and lookups', async () => {
    const readFilter = '_id in path("*")'
    expect(await ask('*._id', {readFilter})).toEqual(['p1', 'p2'])
    expect(await ask('count(*)', {readFilter})).toBe(2)
    expect(await ask('*[_id == "p1"][0].owner->name', {readFilter})).toBeNull()
    expect(await ask('*[references("p2")]', {readFilter})).toEqual([])
    expect(await ask('*[_id == "p2"]{"n": documents::incomingRefCount()}', {readFilter})).toEqual([
      {n: 0},
    ])
    expect(await ask('*[_id == "p2"]{"n": count(*[references(^._id)])}', {readFilter})).toEqual([
      {n: 0},
    ])
    expect(await ask('*[_id == "p2"]{"n": count(*[references(^._id)])}')).toEqual([{n: 1}])
    expect(await ask('*[_id == "secret.1"]', {readFilter})).toEqual([])
  })

  it('is applied to the raw document: a hidden draft does not show under its published id', async () => {
    const request = {readFilter: '_id in path("*")', perspective: 'drafts'}
    expect(await ask('*[_id == "p1"][0].title', request)).toBeNull()
    expect(await ask('*[_id == "p1"][0].title', {perspective: 'drafts'})).toBe('hidden draft')
  })

  it('follows the documents and the person who asks', async () => {
    const readFilter = 'team == identity() || _id == "p1"'
    expect(await ask('*._id', {readFilter, identity: 'blue'})).toEqual(['p1'])
    expect(await ask('*._id', {readFilter, identity: 'red'})).toEqual(['p1', 'p2'])
    file.commit(shop, [{_id: 'p2', _type: 'product', team: 'blue'}])
    expect(await ask('*._id', {readFilter, identity: 'blue'})).toEqual(['p1', 'p2'])
    expect(await ask('*._id', {readFilter, identity: 'red'})).toEqual(['p1'])
  })

  it('may look at other documents, and follows their changes', async () => {
    const readFilter = 'owner->name == "Hidden"'
    expect(await ask('*._id', {readFilter})).toEqual(['p1'])
    file.commit(shop, [{_id: 'secret.1', _type: 'person', name: 'Other'}])
    expect(await ask('*._id', {readFilter})).toEqual([])
  })
})

describe('functions that groq-js lacks', () => {
  beforeEach(() => {
    file.commit(shop, [
      {_id: 'a', _type: 'product', brand: {_ref: 'b'}},
      {_id: 'drafts.a', _type: 'product', brand: {_ref: 'b'}},
      {_id: 'versions.r1.a', _type: 'product', _system: {variants: [{_ref: '_.variants.summer'}]}},
      {_id: 'b', _type: 'brand', title: 'Acme'},
      {_id: '_.releases.r1', _type: 'system.release', name: 'r1'},
    ])
  })

  it.each([
    ['*[_type == "product"][0]{"t": documents::get(brand).title}', {t: 'Acme'}],
    ['documents::get({"_ref": "dataset:project.shop:b"}).title', 'Acme'],
    ['*[_id == "b"][0]{"n": documents::incomingRefCount()}.n', 2],
    ['*[sanity::versionOf("a")]._id', ['a', 'drafts.a', 'versions.r1.a']],
    ['*[sanity::partOfRelease("r1")]._id', ['versions.r1.a']],
    ['*[sanity::partOfVariant("summer")]._id', ['versions.r1.a']],
    ['*[sanity::partOfVariant("winter")]._id', []],
    ['"sanity::partOfVariant(1)"', 'sanity::partOfVariant(1)'],
    ['releases::all()[]._id', ['_.releases.r1']],
    ['identity()', 'maria'],
    ['dateTime(now()) > dateTime("2020-01-01T00:00:00Z")', true],
    ['user::attributes()', {}],
    ['diff::changedAny({"a": 1}, {"a": 2}, a)', true],
    ['array::unique([2, null, 1, null, 2])', [2, 1, null]],
    ['array::unique(5)', null],
    ['path("a.b") in path("a.*")', true],
    ['path("b.a") in path("a.*")', false],
    ['*[path(_id) in path("versions.**")]._id', ['versions.r1.a']],
    ['fn ex::name($brand) = $brand{"name": title}; ex::name(*[_id == "b"][0])', {name: 'Acme'}],
  ])('%s', async (query, expected) => {
    expect(await ask(query, {identity: 'maria'})).toEqual(expected)
  })

  it.each(['geo::distance(a, b)', 'media::aspect(a, "b")', 'text::semanticSimilarity("x")'])(
    '%s is refused by name',
    async (query) => {
      expect(await failure(ask(`*[${query}]`))).toMatchObject({
        status: 400,
        type: 'queryParseError',
      })
    },
  )
})

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
    const filter = await engine.compileFilter(query, params)
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
    const filter = await engine.compileFilter(query, {operation: 'update'})
    const after = {...draft, ...changed}
    expect(await filter.matches(after, {before: draft, after})).toBe(expected)
    expect(await filter.matches(draft, {before: draft, after})).toBe(expected)
  })

  it('knows a creation and a deletion by what is missing', async () => {
    const created = await engine.compileFilter('*[delta::operation() == "create"]', {})
    expect(await created.matches(draft, {before: null, after: draft})).toBe(true)
    expect(await created.matches(draft, {before: draft, after: null})).toBe(false)
    expect(await failure(ask('*[delta::changedAny(price)]'))).toMatchObject({status: 400})
  })

  it('answers at once for the common shapes', async () => {
    const filter = await engine.compileFilter(
      '*[_type == "product" && _id in path("drafts.**")]',
      {},
    )
    expect(filter.matches(draft)).toBe(true)
  })

  it.each(['*[', 'count(*)', '*[_type == $missing]', '{"a": 1}'])(
    '%s is an error that a channelError frame can carry',
    async (query) => {
      const error = await failure(engine.compileFilter(query, {}))
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
    const filter = await engine.compileFilter('*[title match "lamp"]', {})
    expect(await filter.matches(document)).toBe(true)
  })

  it('that runs over its time is stopped', async () => {
    const filter = await engine.compileFilter('*[title match wild]', {})
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

describe('closing', () => {
  it('fails what is under way and what comes after, and ends the threads', async () => {
    file.commit(
      shop,
      Array.from({length: 1_500}, (_, index) => ({
        _id: `p${index}`,
        _type: 'product',
        price: index,
      })),
    )
    const other = createQueryEngine({path: file.path})
    const cross = 'count(*[count(*[count(*[price > ^.price - ^.^.price]) > price]) > 0])'
    const request = {...defaults, dataset: shop, query: cross}
    const running = failure(other.query(request))
    await other.close()
    expect(await running).toMatchObject({status: 503, type: 'lakeClosingError'})
    expect(await failure(other.query(request))).toMatchObject({
      status: 503,
      type: 'lakeClosingError',
    })
  })
})
