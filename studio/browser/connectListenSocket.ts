import {createListenSocket} from './listenSocket.ts'

const listenPath = /^\/v[^/]+\/data\/listen\//

/**
 * Puts every `data/listen` request to the lake at `lakeUrl` on one WebSocket.
 *
 * A browser opens at most six HTTP/1.1 connections to a host, shared by all tabs, and one document page listens six
 * times: the second tab would hang and lose edits. WebSockets do not count.
 *
 * Must run before the first client is made. Returns the function that puts the page's own `fetch` back.
 */
export function connectListenSocket(lakeUrl: string): () => void {
  const lake = new URL(lakeUrl)
  const socket = createListenSocket(lakeUrl)
  const ownFetch = globalThis.fetch

  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, globalThis.location?.href)
    const isListen = url.origin === lake.origin && listenPath.test(url.pathname)
    if (!isListen) return ownFetch.call(globalThis, input, init)
    return socket.listen(url, input instanceof Request ? {...requestInit(input), ...init} : init)
  }
  return () => {
    globalThis.fetch = ownFetch
  }
}

function requestInit(request: Request): RequestInit {
  return {headers: request.headers, signal: request.signal}
}
