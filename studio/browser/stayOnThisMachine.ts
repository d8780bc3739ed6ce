import {SANITY_VERSION} from 'sanity'

/**
 * Answers in the page what the Studio would ask Sanity's own servers (is there a newer version, may feedback be sent),
 * and sends what is meant for the lake's project host, `http://<project>.localhost:PORT`, to the lake itself: only
 * Chromium resolves such names. Returns the function that puts the page's `fetch` back.
 */
export function stayOnThisMachine(lakeUrl: string): () => void {
  const lake = new URL(lakeUrl)
  const nextFetch = globalThis.fetch

  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, globalThis.location?.href)
    if (isSanityServer(url)) return Promise.resolve(answerForSanity(url))
    const isProjectHost = url.port === lake.port && url.hostname.endsWith(`.${lake.hostname}`)
    if (!isProjectHost) return nextFetch.call(globalThis, input, init)
    const target = new URL(`${url.pathname}${url.search}`, lake)
    return nextFetch.call(
      globalThis,
      input instanceof Request ? new Request(target, input) : target,
      init,
    )
  }
  return () => {
    globalThis.fetch = nextFetch
  }
}

function isSanityServer({hostname}: URL): boolean {
  return /(?:^|\.)(?:sanity\.io|sanity-cdn\.com|sentry\.io)$/.test(hostname)
}

/** "You have the newest version" keeps the Studio from offering an update that it could not fetch. */
function answerForSanity({pathname}: URL): Response {
  if (pathname.startsWith('/v1/modules/')) return Response.json({packageVersion: SANITY_VERSION})
  return Response.json({message: 'This Studio runs without Sanity’s servers.'}, {status: 404})
}
