import {dequal} from 'dequal'
import {firstValueFrom, filter} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {observeListeningQuery} from '../../plugin/live/listeningQuery.ts'
import type {ListeningQuery} from '../../plugin/live/listeningQuery.ts'
import type {QueryState} from '../../plugin/live/observeQuery.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import type {Content} from './sampleDocuments.ts'
import {sample} from './sampleDocuments.ts'

const seed = newSeed()
const rounds = sized(2, 60)
const WRITES_PER_ROUND = 40
const QUERIES = 40

let lake: TestLake
let proxy: ListenProxy

beforeEach(async () => {
  lake = await startTestLake()
  proxy = await startListenProxy(lake.url)
})
afterEach(async () => {
  await proxy.close()
  await lake.close()
})

describe('a listening query', () => {
  it(`never misses a change: ${QUERIES} random queries, ${rounds} rounds of random writes, cuts, doubles and disorder (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const client = createLakeClient({url: proxy.url, token: lake.token}, 'production')
    const requests = Array.from({length: QUERIES}, () => randomQuery(random))
    const open = requests.map((request) => openQuery(client, request))
    const before = proxy.queries()
    for (let round = 0; round < rounds; round++) {
      proxy.setFaults({random, drop: 0, duplicate: 0.3, delay: 150})
      for (let write = 0; write < WRITES_PER_ROUND; write++) {
        await randomWrite(lake, random)
        if (random() < 0.04) proxy.cut()
      }
      proxy.setFaults(undefined)
      for (const {request, state} of open) {
        await expectFresh(request, state, `seed ${seed}, round ${round}: ${request.query}`)
      }
    }
    // a refetch for every query and write would be this many
    expect(proxy.queries() - before).toBeLessThan(QUERIES * WRITES_PER_ROUND * rounds * 0.75)
    for (const {close} of open) close()
    await expect.poll(() => proxy.listening(), {timeout: 10_000}).toBe(0)
  })
})

function openQuery(client: ReturnType<TestLake['client']>, request: ListeningQuery) {
  let last: QueryState | undefined
  const state$ = observeListeningQuery(client, request)
  const subscription = state$.subscribe((state) => (last = state))
  return {
    request,
    state: () => last,
    close: () => subscription.unsubscribe(),
    ready: firstValueFrom(state$.pipe(filter(({loading}) => !loading))),
  }
}

async function expectFresh(
  {query, params = {}, options = {}}: ListeningQuery,
  state: () => QueryState | undefined,
  message: string,
) {
  const {perspective = 'published'} = options
  const fresh: unknown = await lake.client().fetch(query, {...params}, {perspective})
  await expect.poll(() => dequal(state()?.data, fresh), {timeout: 15_000, message}).toBe(true)
  expect(state()?.error, message).toBeUndefined()
}

const pick = <T>(random: () => number, items: readonly [T, ...T[]]): T =>
  items[randomInteger(random, 0, items.length - 1)] ?? items[0]

/** Filters, references, subqueries, text search, several types, types beyond the shop, and how they are shown. */
function randomQuery(random: () => number): ListeningQuery {
  const number = randomInteger(random, 0, 4)
  const filter = pick(random, [
    '_type == "product" && price > $price',
    '_type == "product" && !(price > $price) && isActive == true',
    '_type == "product" && (price < $price || name == $name)',
    '_type == "product" && brand._ref == $brand',
    '_type == "product" && defined(brand)',
    '_type == "product" && brand->name == $name',
    '_type == "product" && references($brand)',
    '_type == "product" && name match "p*"',
    '_type == "product" && price == *[_type == "brand"][0].rank',
    '_type == "brand" && name in ["Brand 1", "Brand 3"]',
    '_type == "brand" && count(*[_type == "product" && references(^._id)]) > 1',
    '_type in ["brand", "note"] && defined(name)',
    '_type == "note" && name == $name',
    '_type == $type && name >= $name',
    '_id in ["p1", "p3", "b2"]',
    'name == $name',
  ])
  const shown = pick(random, [
    (source: string) => `count(${source})`,
    (source: string) => `${source} | order(_id)._id`,
    (source: string) => `${source} | order(name desc, _id)[0...3]{_id, name, price}`,
    (source: string) => `${source} | order(_id){_id, name, "brand": brand->name}`,
  ])
  const perspective = pick(random, ['published', 'published', 'raw', 'drafts'] as const)
  return {
    query: shown(`*[${filter}]`),
    params: {
      price: number * 10,
      name: `Brand ${number}`,
      brand: `b${number}`,
      type: pick(random, ['product', 'brand', 'note']),
    },
    options: {perspective},
  }
}

async function randomWrite(from: TestLake, random: () => number): Promise<void> {
  const transaction = from.client().transaction()
  for (let left = randomInteger(random, 1, 3); left > 0; left--) {
    const {id, after} = randomChange(random)
    if (after === null) transaction.delete(id)
    else transaction.createOrReplace({...after, _id: id})
  }
  await transaction.commit({visibility: 'async'})
}

function randomChange(random: () => number): {id: string; after: Content | null} {
  const number = randomInteger(random, 0, 4)
  const name = pick(random, [`P${number}`, `Brand ${number}`])
  const brand = {_type: 'reference', _ref: `b${randomInteger(random, 0, 4)}`, _weak: true}
  const product = sample.product(name, {
    price: randomInteger(random, 0, 5) * 10,
    isActive: random() < 0.7,
    ...(random() < 0.6 ? {brand} : {}),
  })
  return pick(random, [
    {id: `p${number}`, after: product},
    {id: `p${number}`, after: product},
    {id: `drafts.p${number}`, after: product},
    {id: `b${number}`, after: sample.brand(name, {rank: randomInteger(random, 0, 5) * 10})},
    {id: `n${number}`, after: {_type: 'note', name}},
    {id: `${pick(random, ['p', 'drafts.p', 'b', 'n'])}${number}`, after: null},
  ])
}
