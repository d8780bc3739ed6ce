import {evaluate, parse} from 'groq-js'

import {createQueryEngine, type QueryEngine} from './engine.ts'
import {createLakeFile, type FixtureDocument} from './fixture.ts'

/**
 * Compares the engine with plain groq-js over an array. By hand:
 * `node --disable-warning=ExperimentalWarning studio/lake/query/query.bench.ts [documents]`
 */
const DOCUMENTS = Number(process.argv[2] ?? 20_000)
const ROUNDS = 5

const queries: readonly (readonly [
  name: string,
  query: string,
  params: Record<string, unknown>,
])[] = [
  ['by id', '*[_id == $id][0]', {id: 'product.17'}],
  [
    'by 50 ids',
    '*[_id in $ids]{_id, title}',
    {ids: Array.from({length: 50}, (_, index) => `product.${index * 7}`)},
  ],
  ['count of a type', 'count(*[_type == "bill"])', {}],
  [
    'filter, order, slice',
    '*[_type == "bill" && total > 5000] | order(date desc) [0...50]{_id, total}',
    {},
  ],
  [
    'bills with their customer',
    '*[_type == "bill" && total > 9000] | order(_id) [0...100]{_id, "name": customer->name}',
    {},
  ],
  ['references()', '*[references($id)]._id', {id: 'customer.3'}],
  [
    'a count per row',
    '*[_type == "customer"][0...20]{_id, "bills": count(*[_type == "bill" && references(^._id)])}',
    {},
  ],
  ['drafts by path', '*[_id in path("drafts.**")]._id', {}],
  [
    'search with scores',
    '*[_type == "product"] | score(boost(title match "lamp", 5), boost(title match "11*", 2)) [_score > 0]{_id, _score}',
    {},
  ],
  ['match', '*[_type == "product" && title match "lamp*"] | order(_id) [0...50]._id', {}],
]

function buildDocuments(count: number): FixtureDocument[] {
  const customers = Math.max(60, Math.floor(count / 50))
  const words = ['lamp', 'cable', 'fuse', 'socket', 'switch', 'motor']
  return Array.from({length: count}, (_, index) => {
    if (index < customers)
      return {_id: `customer.${index}`, _type: 'customer', name: `Customer ${index}`}
    if (index % 4 === 0)
      return {
        _id: `product.${index}`,
        _type: 'product',
        title: `${words[index % 6]} ${index}`,
        price: (index * 37) % 900,
      }
    if (index % 97 === 0)
      return {_id: `drafts.product.${index}`, _type: 'product', title: `draft ${index}`}
    const customer = {_type: 'reference', _ref: `customer.${(index * 31) % customers}`}
    const lines = Array.from({length: 4}, (_line, line) => ({
      _key: `l${line}`,
      title: words[line],
      amount: (index * line) % 700,
    }))
    const date = new Date(Date.UTC(2024, 0, 1) + index * 3_600_000).toISOString()
    return {
      _id: `bill.${index}`,
      _type: 'bill',
      date,
      total: (index * 7919) % 10_000,
      customer,
      lines,
    }
  })
}

async function medianMs(run: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0
}

async function runPlain(
  query: string,
  params: Record<string, unknown>,
  dataset: readonly FixtureDocument[],
): Promise<string> {
  const value = await evaluate(parse(query, {params}), {dataset, params})
  return JSON.stringify(await value.get())
}

async function measure(engine: QueryEngine, documents: readonly FixtureDocument[]): Promise<void> {
  const row = (cells: readonly string[]) =>
    console.info(
      cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(13))).join(''),
    )
  row(['query', 'engine ms', 'groq-js ms', 'ratio'])
  for (const [name, query, params] of queries) {
    const request = {
      dataset: 'shop',
      query,
      params,
      perspective: 'raw',
      readFilter: null,
      timeoutMs: 60_000,
    }
    const expected = await runPlain(query, params, documents)
    const {json} = await engine.queryText(request)
    if (json !== expected) throw new Error(`${name}: the engine and groq-js differ`)
    const ours = await medianMs(() => engine.queryText(request), ROUNDS)
    const plain = await medianMs(() => runPlain(query, params, documents), 1)
    row([name, ours.toFixed(2), plain.toFixed(1), `${(plain / ours).toFixed(0)} x`])
  }
}

async function timeWrites(engine: QueryEngine, write: (round: number) => number): Promise<void> {
  const ms = await medianMs(async () => {
    const minSequence = write(Math.random())
    await engine.queryText({
      dataset: 'shop',
      query: 'count(*)',
      params: {},
      perspective: 'drafts',
      readFilter: null,
      minSequence,
    })
  }, 50)
  console.info(`a write and a query that sees it: ${ms.toFixed(2)} ms`)
}

const file = createLakeFile()
const documents = buildDocuments(DOCUMENTS).toSorted((left, right) =>
  left._id < right._id ? -1 : 1,
)
file.commit('shop', documents)
const engine = createQueryEngine({path: file.path})
try {
  const start = performance.now()
  await engine.query({
    dataset: 'shop',
    query: '1',
    params: {},
    perspective: 'raw',
    readFilter: null,
  })
  console.info(
    `${documents.length} documents loaded in ${Math.round(performance.now() - start)} ms`,
  )
  await measure(engine, documents)
  await timeWrites(engine, (total) =>
    file.commit('shop', [{_id: 'bill.written', _type: 'bill', total}]),
  )
} finally {
  await engine.close()
  file.remove()
}
