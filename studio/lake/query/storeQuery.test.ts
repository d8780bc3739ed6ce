import {afterAll, beforeAll, describe, expect, it} from 'vitest'

import {openLakeStore} from '../store/open.ts'
import type {LakeStore} from '../store/types.ts'
import {createQueryEngine, type QueryEngine} from './engine.ts'

let store: LakeStore
let engine: QueryEngine

beforeAll(() => {
  store = openLakeStore({directory: ':memory:'})
  store.createDataset('shop', 'public')
  engine = createQueryEngine({path: store.path})
})

afterAll(async () => {
  await engine.close()
  await store.close()
})

async function ask(query: string, minSequence: number, perspective = 'raw'): Promise<unknown> {
  const request = {dataset: 'shop', query, params: {}, perspective, readFilter: null, minSequence}
  return (await engine.query(request)).result
}

async function commit(...mutations: Record<string, unknown>[]): Promise<number> {
  const response = await store.commit('shop', {mutations, author: 'maria'})
  return response.transaction.sequence
}

describe('queries over the store', () => {
  it('see each acknowledged commit, whatever its kind', async () => {
    const created = await commit({create: {_id: 'p', _type: 'product', stock: 1}})
    expect(await ask('*[_id == "p"][0].stock', created)).toBe(1)
    const patched = await commit(
      {patch: {id: 'p', inc: {stock: 4}}},
      {create: {_id: 'drafts.p', _type: 'product', stock: 9}},
    )
    expect(await ask('*[_type == "product"]{_id, stock}', patched)).toEqual([
      {_id: 'drafts.p', stock: 9},
      {_id: 'p', stock: 5},
    ])
    expect(await ask('*[_type == "product"]{_id, stock}', patched, 'drafts')).toEqual([
      {_id: 'p', stock: 9},
    ])
    const deleted = await commit({delete: {id: 'p'}}, {delete: {id: 'drafts.p'}})
    expect(await ask('count(*[_type == "product"])', deleted)).toBe(0)
  })

  it('from fifty tills at once: every till sees its own sale at once and the total is right at the end', async () => {
    await commit({create: {_id: 'till', _type: 'counter', count: 0}})
    const sell = async (till: number) => {
      const sequence = await commit(
        {create: {_id: `sale-${till}`, _type: 'sale', till}},
        {patch: {id: 'till', inc: {count: 1}}},
      )
      expect(await ask(`*[_type == "sale" && till == ${till}][0]._id`, sequence)).toBe(
        `sale-${till}`,
      )
      expect(await ask('count(*[_type == "sale"]) <= *[_id == "till"][0].count', sequence)).toBe(
        true,
      )
    }
    await Promise.all(Array.from({length: 50}, (_, till) => sell(till)))
    expect(await ask('[count(*[_type == "sale"]), *[_id == "till"][0].count]', 0)).toEqual([50, 50])
  })

  it('of another engine on the same file agree', async () => {
    await commit({
      createOrReplace: {
        _id: 'q',
        _type: 'product',
        brand: {_type: 'reference', _ref: 'x', _weak: true},
      },
    })
    const late = createQueryEngine({path: store.path})
    const request = {
      dataset: 'shop',
      query: '*|order(_id)',
      params: {},
      perspective: 'raw',
      readFilter: null,
    }
    expect((await late.query(request)).result).toEqual((await engine.query(request)).result)
    await late.close()
  })
})
