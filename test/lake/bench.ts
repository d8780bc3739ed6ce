import {mkdtempSync, rmSync} from 'node:fs'
import {Agent, request} from 'node:http'
import {cpus, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {WebSocket} from 'ws'
import {createLake} from '../../studio/lake/lake.ts'

/** Measures the lake over HTTP, clients and lake in one process: `node test/lake/bench.ts`. */
const directory = mkdtempSync(join(tmpdir(), 'lake-bench-'))
const lake = await createLake({directory, tokens: [{token: 't', role: 'administrator'}]})
const agent = new Agent({keepAlive: true, maxSockets: 64})

function call(method: string, path: string, body?: unknown): Promise<string> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    authorization: 'Bearer t',
    ...(body === undefined
      ? {}
      : {'content-type': 'application/json', 'content-length': Buffer.byteLength(text)}),
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      {host: '127.0.0.1', port: lake.port, path, method, agent, headers},
      (answer) => {
        let received = ''
        answer.setEncoding('utf8').on('data', (part: string) => (received += part))
        answer.on('end', () =>
          answer.statusCode === 200 ? resolve(received) : reject(new Error(received)),
        )
      },
    )
    sent.on('error', reject).end(text)
  })
}

/** About 600 B as stored. */
const toDocument = (id: string) => ({
  _id: id,
  _type: 'note',
  title: 'x'.repeat(300),
  list: [
    {_key: 'a', value: 1},
    {_key: 'b', value: 2},
  ],
  other: {_type: 'reference', _ref: 'none', _weak: true},
})
const mutate = (id: string) =>
  call('POST', '/v1/data/mutate/production?returnIds=true', {
    mutations: [{createOrReplace: toDocument(id)}],
  })
const query = (groq: string, id: string) =>
  call(
    'GET',
    `/v1/data/query/production?query=${encodeURIComponent(groq)}&$id=${encodeURIComponent(JSON.stringify(id))}`,
  )

async function measure(
  name: string,
  count: number,
  clients: number,
  action: (n: number) => Promise<unknown>,
) {
  const times: number[] = []
  const start = performance.now()
  let next = 0
  const client = async () => {
    while (next < count) {
      const begin = performance.now()
      // In turn: a client waits for each answer.
      await action(next++)
      times.push(performance.now() - begin)
    }
  }
  await Promise.all(Array.from({length: clients}, client))
  const perSecond = Math.round((count / (performance.now() - start)) * 1_000)
  times.sort((left, right) => left - right)
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1)
  process.stdout.write(
    `${name}, ${clients} clients: ${perSecond}/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`,
  )
}

const listenUrl =
  '/v1/data/listen/production?query=*%5B_type%3D%3D%22note%22%5D&includeResult=true&includeMutations=false'

/** A page: ten streams on one socket. */
async function openPage(onEvent: (isWelcome: boolean) => void): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${lake.port}/listen-socket`)
  await new Promise((resolve) => socket.once('open', resolve))
  socket.on('message', (raw) => {
    const text = String(raw)
    if (text.includes('event: ')) onEvent(text.includes('event: welcome'))
  })
  for (let open = 0; open < 10; open++) {
    socket.send(JSON.stringify({open, url: listenUrl, headers: {authorization: 'Bearer t'}}))
  }
  return socket
}

/** Fails after a minute without the events: then the lake dropped a page. */
async function measureListeners(pages: number) {
  const changes = 200
  const wanted = {welcomes: pages * 10, mutations: pages * 10 * changes}
  const seen = {welcomes: 0, mutations: 0}
  let wake = () => {}
  const until = (isDone: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Events are missing.')), 60_000)
      wake = () => {
        if (!isDone()) return
        clearTimeout(timer)
        resolve()
      }
      wake()
    })
  const onEvent = (isWelcome: boolean) => {
    if (isWelcome) seen.welcomes++
    else seen.mutations++
    wake()
  }
  const sockets = await Promise.all(Array.from({length: pages}, () => openPage(onEvent)))
  await until(() => seen.welcomes === wanted.welcomes)
  const start = performance.now()
  for (let n = 0; n < changes; n += 8) {
    // In turn: eight at a time.
    await Promise.all(Array.from({length: 8}, (_, client) => mutate(`listen-${n + client}`)))
  }
  await until(() => seen.mutations === wanted.mutations)
  const perSecond = Math.round((wanted.mutations / (performance.now() - start)) * 1_000)
  for (const socket of sockets) socket.terminate()
  process.stdout.write(
    `${pages} pages of ten listeners, ${changes} changes: ${perSecond} deliveries/s\n`,
  )
}

const [cpu] = cpus()
process.stdout.write(
  `${cpus().length} cores, ${cpu?.model ?? 'unknown'}, Node ${process.version}, load before ${loadavg()[0]?.toFixed(1)}\n`,
)
await measure('warm-up', 300, 8, (n) => mutate(`warm-${n}`))
await measure('commit', 500, 1, (n) => mutate(`one-${n}`))
await measure('commit', 2_000, 8, (n) => mutate(`eight-${n}`))
await measure('commit', 4_000, 64, (n) => mutate(`many-${n}`))
await measure('document by id', 2_000, 8, (n) => call('GET', `/v1/data/doc/production/many-${n}`))
await measure('query by id', 1_000, 8, (n) => query('*[_id == $id][0]', `many-${n}`))
await measure('query, newest 50 of 6,800', 200, 8, () =>
  query('*[_type == "note"] | order(_updatedAt desc)[0...50]{_id, title}', ''),
)
for (const pages of [1, 4, 40]) {
  // In turn: one measurement after the other.
  await measureListeners(pages)
}
agent.destroy()
await lake.close()
rmSync(directory, {recursive: true})
