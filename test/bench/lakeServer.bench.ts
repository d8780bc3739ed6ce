import {mkdtempSync, rmSync} from 'node:fs'
import type {Socket} from 'node:net'
import {cpus, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {type BenchLake, startBenchLake} from './benchLake.ts'
import {percentile} from './percentile.ts'
import {openConnection, openSocket, toRequest} from './rawHttp.ts'

/**
 * What the lake's process does over HTTP: durable transactions from 32 writers against SQLite alone on the same disk in the same
 * run, and events to 1,000 listeners, every event to each.
 *
 * `node --disable-warning=ExperimentalWarning test/bench/lakeServer.bench.ts`
 */
const isLong = process.env['TEST_SIZE'] === 'long'
const WRITERS = 32
const LISTENERS = 1_000
const TRANSACTIONS = isLong ? 20_000 : 4_000
const CHANGES = isLong ? 2_000 : 320

const listenPath =
  '/v1/data/listen/production?query=*%5B_type%3D%3D%22note%22%5D&includeResult=true&includeMutations=false'
const MARK = Buffer.from('event: mutation\n')

const directory = mkdtempSync(join(tmpdir(), 'lake-bench-'))
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
)
try {
  const floor = measureSqlite(1_000)
  const lake = await startBenchLake(join(directory, 'lake'))
  await measureWrites(lake, 500)
  const before = lake.usage()
  const {perSecond, times} = await measureWrites(lake, TRANSACTIONS)
  const after = lake.usage()
  const cpu = ((after.cpuMs - before.cpuMs) / TRANSACTIONS).toFixed(3)
  console.log(
    `${WRITERS} writers: ${perSecond} durable transactions/s, p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, ${cpu} ms of the lake's CPU each`,
  )
  console.log(
    `SQLite alone, one by one: ${floor}/s; the lake ${(perSecond / floor).toFixed(2)} x of it`,
  )
  await measureDeliveries(lake)
  await lake.close()
} finally {
  rmSync(directory, {recursive: true, force: true})
}

/** Transactions per second of one 600 B row each, synced one by one. */
function measureSqlite(count: number): number {
  const database = new DatabaseSync(join(directory, 'floor.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id, body)')
  const insert = database.prepare('INSERT INTO t VALUES (?, ?)')
  const start = performance.now()
  for (let n = 0; n < count; n += 1) insert.run(n, 'x'.repeat(600))
  const perSecond = Math.round((count / (performance.now() - start)) * 1_000)
  database.close()
  return perSecond
}

async function measureWrites({port}: BenchLake, count: number) {
  const times: number[] = []
  const run = Math.random().toString(36).slice(2)
  let next = 0
  const write = async () => {
    const ask = await openConnection(port)
    while (next < count) {
      const body = JSON.stringify({mutations: [{create: toDocument(`${run}-${next++}`)}]})
      const begin = performance.now()
      const answer = await ask(toRequest('POST', '/v1/data/mutate/production', body))
      if (!answer.startsWith('HTTP/1.1 200')) throw new Error(answer)
      times.push(performance.now() - begin)
    }
    ask.end()
  }
  const start = performance.now()
  await Promise.all(Array.from({length: WRITERS}, write))
  return {perSecond: Math.round((count / (performance.now() - start)) * 1_000), times}
}

/** About 600 B as stored. */
function toDocument(id: string) {
  return {
    _id: id,
    _type: 'note',
    title: 'x'.repeat(300),
    list: [{_key: 'a', value: 1}],
    other: {_type: 'reference', _ref: 'none', _weak: true},
  }
}

async function measureDeliveries(lake: BenchLake): Promise<void> {
  const idle = lake.usage()
  const counts: number[] = Array.from({length: LISTENERS}, () => 0)
  const sockets: Socket[] = []
  for (let n = 0; n < LISTENERS; n += 1) {
    sockets.push(await listen(lake.port, (events) => (counts[n] = (counts[n] ?? 0) + events)))
  }
  const held = lake.usage()
  const start = performance.now()
  await measureWrites(lake, CHANGES)
  const isThere = () => counts.every((count) => count === CHANGES)
  while (!isThere() && performance.now() - start < 120_000)
    await new Promise((resolve) => setImmediate(resolve))
  const perSecond = Math.round(((LISTENERS * CHANGES) / (performance.now() - start)) * 1_000)
  if (!isThere()) throw new Error(`Of ${CHANGES} events some listener got ${Math.min(...counts)}`)
  const used = lake.usage()
  const cpu = (((used.cpuMs - held.cpuMs) / (LISTENERS * CHANGES)) * 1_000).toFixed(1)
  const memory = ((held.residentBytes - idle.residentBytes) / LISTENERS / 1_000).toFixed(1)
  console.log(
    `${LISTENERS} listeners: ${perSecond} deliveries/s, all ${CHANGES} events to each; ${cpu} µs of the lake's CPU each; ${memory} kB of the lake's memory a listener`,
  )
  for (const socket of sockets) socket.destroy()
}

/** Resolves with the welcome. A mark may be cut in two by a chunk: the end of one is kept for the next. */
async function listen(port: number, onEvents: (count: number) => void): Promise<Socket> {
  const socket = await openSocket(port)
  let rest = Buffer.alloc(0)
  let welcome: () => void = () => {}
  const welcomed = new Promise<void>((resolve) => (welcome = resolve))
  socket.on('data', (chunk: Buffer) => {
    const bytes = Buffer.concat([rest, chunk])
    if (bytes.includes('event: welcome')) welcome()
    let count = 0
    let at = 0
    for (let found = bytes.indexOf(MARK); found !== -1; found = bytes.indexOf(MARK, at)) {
      count += 1
      at = found + MARK.byteLength
    }
    rest = bytes.subarray(Math.max(at, bytes.byteLength - MARK.byteLength + 1))
    if (count > 0) onEvents(count)
  })
  socket.write(toRequest('GET', listenPath))
  await welcomed
  return socket
}
