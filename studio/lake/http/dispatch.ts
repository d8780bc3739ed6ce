import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Access} from '../access/access.ts'
import type {HostCheck} from '../access/hosts.ts'
import type {Origins} from '../access/origins.ts'
import {ApiError, notFound} from './apiError.ts'
import type {Log} from './log.ts'
import {isUnexpected, type Reply, sendReply, toErrorReply} from './reply.ts'
import {readBytes, readJson, splitVersion} from './request.ts'
import type {FindRoute} from './router.ts'

export interface DispatchPorts {
  findRoute: FindRoute
  isOwnHost: HostCheck
  origins: Origins
  access: Access
  log: Log
  /** Milliseconds that every answer waits. */
  latency: number
}

/** Answers one HTTP request: Host, Origin, token, route, in this order. */
export function createDispatch(ports: DispatchPorts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const origin = request.headers.origin
    const shared = {...ports.origins.answerHeaders(origin), 'x-content-type-options': 'nosniff'}
    if (ports.latency > 0) await new Promise((resolve) => setTimeout(resolve, ports.latency))
    let reply: Reply
    try {
      reply = await answer(request, response, ports)
    } catch (error) {
      if (isUnexpected(error)) ports.log.failed(request.method ?? '', toPath(request), error)
      reply = toErrorReply(error)
      // Part of a refused body may still be on its way: it must not be read as the next request.
      if (!request.complete) response.setHeader('connection', 'close')
    }
    if (response.headersSent || response.destroyed) return
    sendReply(reply, shared, response, request)
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  ports: DispatchPorts,
): Promise<Reply> {
  if (!ports.isOwnHost(request.headers.host)) {
    throw new ApiError(421, 'Misdirected Request', 'This Host is not a name of this lake')
  }
  const origin = request.headers.origin
  if (origin !== undefined && !ports.origins.allows(origin)) {
    throw new ApiError(403, 'Forbidden', 'CORS origin not allowed; start the lake with --origin')
  }
  if (request.method === 'OPTIONS') return preflight(request, response, ports)
  const url = toUrl(request)
  const {apiVersion, path} = splitVersion(url.pathname)
  const method = request.method ?? 'GET'
  const match = ports.findRoute(method, path)
  if (match === null) {
    ports.log.unknownEndpoint(method, path)
    throw notFound(`This lake has no endpoint ${method} ${path}`)
  }
  return match.route.answer({
    method,
    path,
    apiVersion,
    query: url.searchParams,
    params: match.params,
    identity: ports.access.identify(request.headers.authorization),
    header: (name) => toSingle(request.headers[name]),
    readJson: () => readJson(request),
    readBytes: (limit) => readBytes(request, limit),
  })
}

function preflight(
  request: IncomingMessage,
  response: ServerResponse,
  {origins}: DispatchPorts,
): Reply {
  const origin = request.headers.origin ?? ''
  const requested = toSingle(request.headers['access-control-request-headers'])
  const headers = origins.preflightHeaders(origin, requested)
  return {type: 'stream', open: () => response.writeHead(204, headers).end()}
}

const toSingle = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value.join(', ') : value

/** The base is never used for anything but parsing: only path and query count. */
function toUrl(request: IncomingMessage): URL {
  try {
    return new URL(`http://lake${request.url ?? '/'}`)
  } catch {
    throw new ApiError(400, 'Bad Request', 'The address of the request cannot be read')
  }
}

const toPath = (request: IncomingMessage) => (request.url ?? '').split('?')[0] ?? ''
