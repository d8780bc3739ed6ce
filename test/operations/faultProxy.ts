import {
  createServer,
  request as forwardRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import {createRandom} from './random.ts'

/** What may befall a `POST data/mutate` on its way. The numbers are shares of 1; their sum is at most 1. */
export interface FaultShares {
  /** 409 without reaching the lake. */
  conflict?: number
  /** 429 without reaching the lake. */
  rateLimit?: number
  /** 503 without reaching the lake. */
  serverError?: number
  /** The link is cut before the lake sees the request. */
  cutBefore?: number
  /** The lake commits, the answer is lost. */
  cutAfter?: number
}

export type Fault = keyof FaultShares

export interface FaultProxy {
  url: string
  /** How often each fault was injected. */
  counts: Record<Fault, number>
  setShares(shares: FaultShares): void
  close(): Promise<void>
}

const FAULTS = ['conflict', 'rateLimit', 'serverError', 'cutBefore', 'cutAfter'] as const

/** An HTTP proxy on a free loopback port in front of the lake at `target`; the same seed gives the same draws. */
export async function startFaultProxy(
  target: string,
  seed: number,
  shares: FaultShares,
): Promise<FaultProxy> {
  const random = createRandom(seed)
  const counts = {conflict: 0, rateLimit: 0, serverError: 0, cutBefore: 0, cutAfter: 0}
  let current = shares
  const server = createServer((incoming, outgoing) => {
    const fault = isMutate(incoming) ? drawFault(random(), current) : undefined
    if (fault) counts[fault] += 1
    answer(target, incoming, outgoing, fault)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    url: `http://localhost:${address.port}`,
    counts,
    setShares: (next) => {
      current = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function isMutate(incoming: IncomingMessage): boolean {
  return incoming.method === 'POST' && /\/data\/mutate\//.test(incoming.url ?? '')
}

function drawFault(draw: number, shares: FaultShares): Fault | undefined {
  let upTo = 0
  for (const fault of FAULTS) {
    upTo += shares[fault] ?? 0
    if (draw < upTo) return fault
  }
  return undefined
}

function answer(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault?: Fault,
): void {
  switch (fault) {
    case 'conflict':
      return refuse(outgoing, 409, 'mutationError', 'Forced conflict')
    case 'rateLimit':
      return refuse(outgoing, 429, 'rateLimit', 'Forced rate limit')
    case 'serverError':
      return refuse(outgoing, 503, 'unavailable', 'Forced outage')
    case 'cutBefore':
      outgoing.destroy()
      return
    case 'cutAfter':
    case undefined:
      forward(target, incoming, outgoing, fault === 'cutAfter')
  }
}

function refuse(outgoing: ServerResponse, status: number, type: string, description: string): void {
  outgoing.writeHead(status, {'content-type': 'application/json'})
  outgoing.end(JSON.stringify({error: {type, description}}))
}

function forward(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  loseAnswer: boolean,
): void {
  const {host: _host, ...headers} = incoming.headers
  const forwarded = forwardRequest(
    new URL(incoming.url ?? '/', target),
    {method: incoming.method, headers},
    (response) => {
      if (loseAnswer) {
        response.resume()
        response.on('end', () => outgoing.destroy())
        return
      }
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    },
  )
  forwarded.on('error', () => outgoing.destroy())
  outgoing.on('close', () => forwarded.destroy())
  incoming.pipe(forwarded)
}
