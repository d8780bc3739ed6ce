import {firstValueFrom, from, type Observable} from 'rxjs'
import {createSchema, createSearch} from 'sanity'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {createQueryEngine, type QueryEngine} from './engine.ts'
import {createLakeFile, type LakeFile} from './fixture.ts'

/** The Studio's own search code writes the queries here: what it sends is what the engine has to answer. */
const schema = createSchema({
  name: 'default',
  types: [
    {
      name: 'product',
      type: 'document',
      fields: [
        {name: 'title', type: 'string'},
        {name: 'slug', type: 'slug'},
        {name: 'note', type: 'text'},
        {name: 'price', type: 'number'},
        {name: 'body', type: 'array', of: [{type: 'block'}]},
        {name: 'tags', type: 'array', of: [{type: 'string'}]},
        {name: 'brand', type: 'reference', to: [{type: 'brand'}]},
      ],
      preview: {select: {title: 'title', subtitle: 'brand.title'}},
    },
    {name: 'brand', type: 'document', fields: [{name: 'title', type: 'string'}]},
  ],
})

const documents = [
  {
    _id: 'p1',
    _type: 'product',
    title: 'Red lamp',
    slug: {current: 'red-lamp'},
    price: 30,
    brand: {_type: 'reference', _ref: 'b1'},
  },
  {
    _id: 'p2',
    _type: 'product',
    title: 'Blue cable',
    note: 'fits the red lamp',
    price: 10,
    brand: {_type: 'reference', _ref: 'b2'},
  },
  {
    _id: 'p3',
    _type: 'product',
    title: 'Lamp holder',
    price: 20,
    tags: ['red', 'spare'],
    brand: {_type: 'reference', _ref: 'b1'},
  },
  {
    _id: 'p4',
    _type: 'product',
    title: 'Fuse',
    price: 5,
    body: [{_type: 'block', children: [{_type: 'span', text: 'Protects a lamp'}]}],
  },
  {_id: 'drafts.p4', _type: 'product', title: 'Fuse, slow', price: 6},
  {_id: 'b1', _type: 'brand', title: 'Luxor'},
  {_id: 'b2', _type: 'brand', title: 'Cablex'},
]

let file: LakeFile
let engine: QueryEngine

beforeAll(() => {
  file = createLakeFile()
  file.commit('shop', documents)
  engine = createQueryEngine({path: file.path})
})

afterAll(async () => {
  await engine.close()
  file.remove()
})

interface FetchOptions {
  perspective?: string | string[]
}

const queries: string[] = []

function fetch(
  query: string,
  params: Record<string, unknown>,
  options: FetchOptions = {},
): Observable<unknown> {
  queries.push(query)
  const request = {
    dataset: 'shop',
    query,
    params,
    perspective: options.perspective ?? 'raw',
    readFilter: null,
  }
  return from(engine.query(request).then(({result}) => result))
}

type Client = Parameters<typeof createSearch>[1]
type Strategy = 'groq2024' | 'groqLegacy'
type Options = Parameters<ReturnType<typeof createSearch>>[1]

async function search(
  strategy: Strategy,
  text: string,
  options: Options = {},
  filter?: string,
): Promise<string[]> {
  const client: Client = Object.create({withConfig: () => client, observable: {fetch}})
  const types = ['product', 'brand']
    .map((name) => schema.get(name))
    .filter((type) => type !== undefined)
  const run = createSearch(types, client, {
    strategy,
    unique: false,
    ...(filter === undefined ? {} : {filter}),
  })
  const found = await firstValueFrom(
    run({query: text, types}, {perspective: ['drafts'], limit: 50, ...options}),
  )
  return found.hits.map(({hit}) => hit._id)
}

const byRelevance = {sort: [{field: '_score', direction: 'desc'}]} satisfies Options

describe('a Studio search by groq2024', () => {
  it('finds a word in titles, slugs, notes, tags and rich text, title hits first', async () => {
    expect(await search('groq2024', 'lamp', byRelevance)).toEqual(['p1', 'p3', 'p2'])
    expect(await search('groq2024', 'lamp', {...byRelevance, perspective: ['published']})).toEqual([
      'p1',
      'p3',
      'p2',
      'p4',
    ])
    expect(queries.some((query) => query.includes('text::query'))).toBe(true)
  })

  it('needs every word, takes the last one as a prefix', async () => {
    expect(await search('groq2024', 'red la', byRelevance)).toEqual(['p1', 'p2', 'p3'])
    expect(await search('groq2024', 'red holder', byRelevance)).toEqual(['p3'])
    expect(await search('groq2024', 'la red', byRelevance)).toEqual([])
  })

  // The Studio scores each field by itself: p3 stays because its title alone has no "red".
  it('leaves out what is negated, takes a phrase as it is', async () => {
    expect(await search('groq2024', 'lamp -red', byRelevance)).toEqual(['p3'])
    expect(await search('groq2024', 'lamp -blue', byRelevance)).toEqual(['p1', 'p3'])
    expect(await search('groq2024', '"red lamp"', byRelevance)).toEqual(['p1', 'p2'])
  })

  it('finds documents by their id and by what they refer to', async () => {
    expect(await search('groq2024', 'p3', byRelevance)).toEqual(['p3'])
    expect((await search('groq2024', 'b2', byRelevance)).toSorted()).toEqual(['b2', 'p2'])
  })

  it('finds products by the title of their brand (the preview shows it)', async () => {
    expect((await search('groq2024', 'luxor', byRelevance)).toSorted()).toEqual(['b1', 'p1', 'p3'])
  })

  it('gives the whole list in the chosen order when nothing is searched', async () => {
    const sort = [{field: 'price', direction: 'asc' as const}]
    expect(await search('groq2024', '', {sort}, '_type == "product"')).toEqual([
      'p4',
      'p2',
      'p3',
      'p1',
    ])
    const brandFirst = [
      {field: 'brand->title', direction: 'desc' as const},
      {field: '_id', direction: 'asc' as const},
    ]
    expect(
      await search('groq2024', '', {sort: brandFirst}, '_type == "product" && defined(brand)'),
    ).toEqual(['p1', 'p3', 'p2'])
  })
})

describe('a Studio search by groqLegacy', () => {
  it('finds a word in any of the fields', async () => {
    expect((await search('groqLegacy', 'lamp')).toSorted()).toEqual(['p1', 'p2', 'p3'])
    expect(await search('groqLegacy', 'red holder')).toEqual(['p3'])
  })

  it('gives the whole list in the chosen order when nothing is searched', async () => {
    const sort = [{field: 'price', direction: 'desc' as const}]
    expect(
      await search('groqLegacy', '', {sort, skipSortByScore: true}, '_type == "product"'),
    ).toEqual(['p1', 'p3', 'p2', 'p4'])
  })
})
