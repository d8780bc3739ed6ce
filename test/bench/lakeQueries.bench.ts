import {mkdtempSync, rmSync} from 'node:fs'
import {cpus, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {benchQueries, buildBenchDocuments} from '../../studio/lake/query/benchDocuments.ts'
import type {FixtureDocument} from '../../studio/lake/query/fixture.ts'
import {isRecord} from '../../studio/lake/query/guards.ts'
import {type BenchLake, startBenchLake} from './benchLake.ts'
import {percentile} from './percentile.ts'
import {openConnection, toRequest} from './rawHttp.ts'

/**
 * Queries over HTTP to a lake in a process of its own, while another connection writes: 100 transactions a second, then as
 * many as one connection gets through.
 *
 * `node --disable-warning=ExperimentalWarning test/bench/lakeQueries.bench.ts [documents]`
 */
const DOCUMENTS = Number(process.argv[2] ?? 20_000)
const ROUNDS = 200
const BATCH = 500

type Ask = Awaited<ReturnType<typeof openConnection>>

const directory = mkdtempSync(join(tmpdir(), 'lake-queries-'))
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
)
const lake = await startBenchLake(directory)
try {
  const ask = await openConnection(lake.port)
  await load(ask)
  await measure(lake, ask, 10)
  await measure(lake, ask, 0)
  ask.end()
} finally {
  await lake.close()
  rmSync(directory, {recursive: true, force: true})
}

async function load(ask: Ask): Promise<void> {
  const documents = buildBenchDocuments(DOCUMENTS)
  const start = performance.now()
  for (let from = 0; from < documents.length; from += BATCH)
    await mutate(
      ask,
      documents.slice(from, from + BATCH).map((create) => ({create: withWeakReference(create)})),
    )
  const seconds = (performance.now() - start) / 1_000
  console.log(`${documents.length} documents written over HTTP in ${seconds.toFixed(1)} s`)
}

/** The dataset is made in one go, targets before or after those that point at them. */
function withWeakReference(document: FixtureDocument): FixtureDocument {
  const {customer} = document
  return isRecord(customer) ? {...document, customer: {...customer, _weak: true}} : document
}

async function mutate(ask: Ask, mutations: readonly unknown[]): Promise<void> {
  const answer = await ask(
    toRequest('POST', '/v1/data/mutate/production', JSON.stringify({mutations})),
  )
  if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer)
}

async function measure({port, usage}: BenchLake, ask: Ask, pauseMs: number): Promise<void> {
  const writer = startWriter(await openConnection(port), pauseMs)
  const before = {at: performance.now(), cpuMs: usage().cpuMs}
  const rows: string[] = []
  const ping = ['ping, for comparison', toRequest('GET', '/v1/ping')] as const
  const queries = benchQueries.map(
    ([name, query, params]) => [name, toQueryRequest(query, params)] as const,
  )
  for (const [name, request] of [ping, ...queries]) {
    const times: number[] = []
    for (let round = -2; round < ROUNDS; round += 1) {
      const start = performance.now()
      const answer = await ask(request)
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer)
      // The first two build indexes.
      if (round >= 0) times.push(performance.now() - start)
    }
    const cells = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) =>
      ms.toFixed(2).padStart(13),
    )
    rows.push(`${name.padEnd(28)}${cells.join('')}`)
  }
  const seconds = (performance.now() - before.at) / 1_000
  const perSecond = Math.round((await writer.stop()) / seconds)
  const cores = ((usage().cpuMs - before.cpuMs) / 1_000 / seconds).toFixed(2)
  console.log(`\nwith ${perSecond} transactions/s meanwhile, ${cores} cores of the lake's CPU`)
  console.log(
    `${'query'.padEnd(28)}${'p50 ms'.padStart(13)}${'p95 ms'.padStart(13)}\n${rows.join('\n')}`,
  )
}

function toQueryRequest(query: string, params: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams({query, perspective: 'raw'})
  for (const [name, value] of Object.entries(params)) search.set(`$${name}`, JSON.stringify(value))
  return toRequest('GET', `/v1/data/query/production?${search}`)
}

/** Changes bills one after the other until it is stopped; then says how many transactions were acknowledged. */
function startWriter(ask: Ask, pauseMs: number) {
  const end = new AbortController()
  let count = 0
  const run = async () => {
    while (!end.signal.aborted) {
      const n = (count * 7_919) % DOCUMENTS
      const content = {_type: 'note', n: count, title: `written ${count}`}
      await mutate(ask, [{createOrReplace: {_id: `note.${n}`, ...content}}])
      count += 1
      if (pauseMs > 0) await wait(pauseMs)
    }
    ask.end()
  }
  const running = run()
  return {
    stop: async () => {
      end.abort()
      await running
      return count
    },
  }
}
