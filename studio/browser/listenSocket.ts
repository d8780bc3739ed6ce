import type {ClientFrame, ServerFrame} from './listenFrames.ts'
import {parseServerFrame} from './listenFrames.ts'
import type {ListenStream} from './listenStream.ts'
import {createListenStream} from './listenStream.ts'

/** Carries any number of `data/listen` requests over one WebSocket, which is opened by the first. */
export interface ListenSocket {
  /** Same promise as `fetch(url, init)`: a streaming response; aborting `init.signal` ends it. */
  listen: (url: URL, init?: RequestInit) => Promise<Response>
}

const carriedHeaders = ['accept', 'authorization', 'last-event-id']

/** `lakeUrl` is `http://localhost:PORT`. */
export function createListenSocket(lakeUrl: string): ListenSocket {
  let current: Connection | undefined
  let lastStream = 0

  const connect = (): Connection => {
    const connection = openConnection(new URL('/listen-socket', lakeUrl), () => {
      if (current === connection) current = undefined
    })
    return connection
  }

  return {
    listen: (url, init = {}) => {
      if (init.signal?.aborted) return Promise.reject(abortError())
      current ??= connect()
      const connection = current
      const stream = ++lastStream
      init.signal?.addEventListener('abort', () => connection.abort(stream), {once: true})
      return connection.open(stream, url, init)
    },
  }
}

interface Connection {
  open: (stream: number, url: URL, init: RequestInit) => Promise<Response>
  abort: (stream: number) => void
}

/** One WebSocket. When it is lost every stream on it fails, so that each client reconnects by its own rules. */
function openConnection(endpoint: URL, onLost: () => void): Connection {
  const streams = new Map<number, ListenStream>()
  const socket = new WebSocket(endpoint.href.replace(/^http/, 'ws'))
  const waiting: ClientFrame[] = []

  const send = (frame: ClientFrame) => {
    if (socket.readyState === WebSocket.CONNECTING) waiting.push(frame)
    else if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }
  const drop = (stream: number) => {
    if (streams.delete(stream)) send({close: stream})
  }

  socket.addEventListener('open', () => {
    for (const frame of waiting.splice(0)) send(frame)
  })
  socket.addEventListener('message', (event) => deliver(streams, parseServerFrame(event.data)))
  const fail = () => {
    onLost()
    const lost = [...streams.values()]
    streams.clear()
    for (const stream of lost) stream.fail(new TypeError('The listen socket was closed.'))
  }
  socket.addEventListener('close', fail)
  // Node's WebSocket tells a failed connection by `error` alone.
  socket.addEventListener('error', fail)

  return {
    open: (id, url, init) => {
      const stream = createListenStream(() => drop(id))
      streams.set(id, stream)
      send({open: id, url: `${url.pathname}${url.search}`, headers: pickHeaders(init.headers)})
      return stream.response
    },
    abort: (id) => {
      const stream = streams.get(id)
      drop(id)
      stream?.fail(abortError())
    },
  }
}

function deliver(streams: Map<number, ListenStream>, frame: ServerFrame): void {
  if ('head' in frame) return streams.get(frame.head)?.head(frame.status, frame.headers)
  if ('chunk' in frame) return streams.get(frame.chunk)?.chunk(frame.text)
  streams.get(frame.end)?.end()
  streams.delete(frame.end)
}

function pickHeaders(headers: RequestInit['headers']): Record<string, string> {
  const all = new Headers(headers)
  return Object.fromEntries(
    carriedHeaders.flatMap((name) => {
      const value = all.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

/** `eventsource` takes only this name for "closed on purpose"; any other makes it reconnect. */
function abortError(): Error {
  return new DOMException('The listen request was aborted.', 'AbortError')
}
