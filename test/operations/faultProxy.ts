import {createServer, request as sendRequest} from 'node:http'
import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import {createRandom} from './random.ts'

const FAULTS = [
  'conflict',
  'rateLimit',
  'errorBefore',
  'errorAfter',
  'cutBefore',
  'cutAfter',
  'silentBefore',
  'silentAfter',
] as const

type Fault = (typeof FAULTS)[number]

export interface FaultProxyOptions {
  /** `http://localhost:P` of the lake behind. */
  target: string
  seed: number
  /** Share of the faulted requests, 0…1, by fault. `After`: the lake has carried the request out; `silent`: no answer ever comes. */
  rates: Partial<Record<Fault, number>>
  /** Most milliseconds that a request is held back. */
  latency?: number
}

export interface FaultProxy {
  url: string
  /** How often each fault was injected. */
  counts: Record<Fault, number>
  /** How often the lake behind has refused a commit with 409. */
  conflicts(): number
  /** Faults everything that `matches` with the next of these, in order, before any by chance. */
  script(faults: readonly Fault[]): void
  close(): Promise<void>
}

/**
 * Stands between a client and a lake and injects faults by a seed: only reading by id and committing are faulted,
 * since only operations do both.
 */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const random = createRandom(options.seed)
  const counts = {
    conflict: 0,
    rateLimit: 0,
    errorBefore: 0,
    errorAfter: 0,
    cutBefore: 0,
    cutAfter: 0,
    silentBefore: 0,
    silentAfter: 0,
  }
  const scripted: Fault[] = []
  let conflicts = 0
  const seen = (status: number | undefined) => {
    if (status === 409) conflicts++
  }
  const server = createServer((request, response) => {
    const fault = chooseFault(request, options, random, scripted)
    if (fault !== undefined) counts[fault]++
    const delay = Math.floor(random() * (options.latency ?? 0))
    setTimeout(() => answer(request, response, options.target, fault, seen), delay)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://localhost:${portOf(server)}`,
    counts,
    conflicts: () => conflicts,
    script: (faults) => scripted.push(...faults),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return address.port
}

function chooseFault(
  request: IncomingMessage,
  {rates}: FaultProxyOptions,
  random: () => number,
  scripted: Fault[],
): Fault | undefined {
  const path = request.url ?? ''
  const isCommit = path.includes('/data/mutate/')
  if (!isCommit && !path.includes('/data/doc/')) return undefined
  if (isCommit && scripted.length > 0) return scripted.shift()
  const chosen = pick(rates, random())
  return chosen === 'conflict' && !isCommit ? undefined : chosen
}

function pick(rates: Partial<Record<Fault, number>>, chance: number): Fault | undefined {
  let sum = 0
  return FAULTS.find((fault) => {
    sum += rates[fault] ?? 0
    return chance < sum
  })
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
  fault: Fault | undefined,
  seen: (status: number | undefined) => void,
): void {
  switch (fault) {
    case 'conflict':
      return refuse(request, response, 409, 'mutationError')
    case 'rateLimit':
      return refuse(request, response, 429, 'rateLimitExceeded')
    case 'errorBefore':
      return refuse(request, response, 503, 'unavailable')
    case 'cutBefore':
      request.socket.destroy()
      return undefined
    case 'cutAfter':
      return forward(request, target, () => request.socket.destroy())
    case 'silentBefore':
      request.resume()
      return undefined
    case 'silentAfter':
      return forward(request, target, (answered) => answered.resume())
    case 'errorAfter':
      return forward(request, target, (answered) => {
        answered.resume()
        refuse(request, response, 500, 'internal')
      })
    case undefined:
      return forward(request, target, (answered) => {
        seen(answered.statusCode)
        response.writeHead(answered.statusCode ?? 502, answered.headers)
        answered.pipe(response)
      })
  }
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
): void {
  request.resume()
  response.writeHead(status, {'content-type': 'application/json', connection: 'close'})
  response.end(JSON.stringify({error: {type, description: 'injected by the fault proxy'}}))
}

function forward(
  request: IncomingMessage,
  target: string,
  onAnswer: (answered: IncomingMessage) => void,
): void {
  const {hostname, port, host} = new URL(target)
  const {method, url, headers} = request
  const forwarded = sendRequest(
    {hostname, port, method, path: url, headers: {...headers, host}},
    onAnswer,
  )
  forwarded.on('error', () => request.socket.destroy())
  request.pipe(forwarded)
}
