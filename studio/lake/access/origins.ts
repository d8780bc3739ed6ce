import type {OutgoingHttpHeaders} from 'node:http'

const allowedMethods = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
const exposedHeaders = 'content-type, x-sanity-shard, retry-after, traceparent'

/** Exact origins only; `null` (sandboxed frames, files) is never one of them. */
export interface Origins {
  allows: (origin: string) => boolean
  /** Headers of an answer to `origin`; every answer varies by it. */
  answerHeaders: (origin: string | undefined) => OutgoingHttpHeaders
  /** Headers of the answer to a preflight. */
  preflightHeaders: (origin: string, requestedHeaders: string | undefined) => OutgoingHttpHeaders
}

/** @throws TypeError when an entry is no origin such as `http://localhost:3333` */
export function createOrigins(entries: readonly string[]): Origins {
  const exact = new Set(entries.map(toOrigin))
  const allows = (origin: string) => origin !== 'null' && exact.has(origin)
  const answerHeaders = (origin: string | undefined): OutgoingHttpHeaders => {
    if (origin === undefined || !allows(origin)) return {vary: 'Origin'}
    return {
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': exposedHeaders,
    }
  }
  return {
    allows,
    answerHeaders,
    preflightHeaders: (origin, requestedHeaders) => ({
      ...answerHeaders(origin),
      'access-control-allow-methods': allowedMethods,
      'access-control-allow-headers': toAllowedHeaders(requestedHeaders),
      'access-control-max-age': '600',
    }),
  }
}

function toOrigin(text: string): string {
  const {origin} = new URL(text)
  if (origin === 'null') throw new TypeError(`"${text}" is no http origin.`)
  return origin
}

/** No cookies are ever read, so any plain header name may be sent by an allowed origin. */
function toAllowedHeaders(requested: string | undefined): string {
  const names = (requested ?? '').split(',').map((name) => name.trim().toLowerCase())
  const plain = names.filter((name) => /^[a-z0-9-]{1,64}$/.test(name) && name !== 'cookie')
  return plain.length === 0 ? 'authorization, content-type' : plain.join(', ')
}
