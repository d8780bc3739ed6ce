import {beforeEach, describe, expect, it} from 'vitest'

import {createQueryEngine} from './engine.ts'
import {defaults, failure, openTestEngine} from './testEngine.ts'

const lake = openTestEngine()
const ask: typeof lake.ask = (query, request) => lake.ask(query, request)

describe('consistency', () => {
  it('a query sees every transaction committed before it: creations, changes, deletions', async () => {
    for (let round = 1; round <= 30; round += 1) {
      const minSequence = lake.commit([
        {_id: `p${round}`, _type: 'product', round},
        {_id: 'same', _type: 'product', round},
      ])
      expect(await ask('[count(*), *[_id == "same"][0].round]', {minSequence})).toEqual([
        round + 1,
        round,
      ])
    }
    lake.commit([{delete: 'same'}, {delete: 'p1'}])
    expect(await ask('count(*[_type == "product"])')).toBe(29)
  })

  it('datasets do not see each other', async () => {
    lake.commit([{_id: 'a', _type: 'product'}])
    lake.commitTo('other', [{_id: 'b', _type: 'product'}])
    expect(await ask('*._id')).toEqual(['a'])
    expect(await ask('*._id', {dataset: 'other'})).toEqual(['b'])
    expect(await ask('*._id', {dataset: 'nothing'})).toEqual([])
  })

  it('refuses to answer before a transaction that is not there', async () => {
    lake.commit([{_id: 'a', _type: 'product'}])
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

describe('a read filter', () => {
  beforeEach(() => {
    lake.commit([
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
    lake.commit([{_id: 'p2', _type: 'product', team: 'blue'}])
    expect(await ask('*._id', {readFilter, identity: 'blue'})).toEqual(['p1', 'p2'])
    expect(await ask('*._id', {readFilter, identity: 'red'})).toEqual(['p1'])
  })

  it('may look at other documents, and follows their changes', async () => {
    const readFilter = 'owner->name == "Hidden"'
    expect(await ask('*._id', {readFilter})).toEqual(['p1'])
    lake.commit([{_id: 'secret.1', _type: 'person', name: 'Other'}])
    expect(await ask('*._id', {readFilter})).toEqual([])
  })
})

describe('functions that groq-js lacks', () => {
  beforeEach(() => {
    lake.commit([
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

describe('closing', () => {
  it('fails what is under way and what comes after, and ends the threads', async () => {
    lake.commit(
      Array.from({length: 1_500}, (_, index) => ({
        _id: `p${index}`,
        _type: 'product',
        price: index,
      })),
    )
    const other = createQueryEngine({path: lake.path})
    const cross = 'count(*[count(*[count(*[price > ^.price - ^.^.price]) > price]) > 0])'
    const request = {...defaults, dataset: lake.dataset, query: cross}
    const running = failure(other.query(request))
    await other.close()
    expect(await running).toMatchObject({status: 503, type: 'lakeClosingError'})
    expect(await failure(other.query(request))).toMatchObject({
      status: 503,
      type: 'lakeClosingError',
    })
  })
})
