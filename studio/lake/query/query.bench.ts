import {evaluate, parse} from 'groq-js'

import {createQueryEngine, type QueryEngine} from './engine.ts'
import {benchQueries, buildBenchDocuments} from './benchDocuments.ts'
import {createLakeFile, type FixtureDocument} from './fixture.ts'

/**
 * Compares the engine with plain groq-js over an array. A write comes before every query, and the query sees it. By hand:
 * `node --disable-warning=ExperimentalWarning studio/lake/query/query.bench.ts [documents]`
 */
const DOCUMENTS = Number(process.argv[2] ?? 20_000)
const ROUNDS = 40

interface Times {
  p50: number
  p95: number
}

/** Milliseconds of `run`, after `prepare`, which does not count. */
async function time(
  run: () => Promise<unknown>,
  rounds: number,
  prepare: (round: number) => void = () => {},
): Promise<Times> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    prepare(round)
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return {p50: at(0.5), p95: at(0.95)}
}

async function runPlain(
  query: string,
  params: Record<string, unknown>,
  dataset: readonly FixtureDocument[],
): Promise<string> {
  const value = await evaluate(parse(query, {params}), {dataset, params})
  return JSON.stringify(await value.get())
}

async function measure(
  engine: QueryEngine,
  documents: readonly FixtureDocument[],
  write: (round: number) => void,
): Promise<void> {
  const row = (cells: readonly string[]) =>
    console.info(
      cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(13))).join(''),
    )
  row(['query', 'p50 ms', 'p95 ms', 'groq-js ms', 'ratio'])
  for (const [name, query, params] of benchQueries) {
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
    const {p50, p95} = await time(() => engine.queryText(request), ROUNDS, write)
    const plain = await time(() => runPlain(query, params, documents), 1)
    const ratio = `${(plain.p50 / p50).toFixed(0)} x`
    row([name, p50.toFixed(2), p95.toFixed(2), plain.p50.toFixed(1), ratio])
  }
}

const file = createLakeFile()
const documents = buildBenchDocuments(DOCUMENTS).toSorted((left, right) =>
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
  const heap = process.memoryUsage().rss / 1e6
  console.info(
    `${((heap * 1_000) / documents.length).toFixed(1)} kB of memory per document, process and thread together`,
  )
  await measure(engine, documents, (round) =>
    file.commit('shop', [{_id: 'written', _type: 'note', round}]),
  )
} finally {
  await engine.close()
  file.remove()
}
