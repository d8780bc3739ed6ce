import {afterEach, describe, expect, it} from 'vitest'
import type {TestLake} from '../../test/rig/lake.ts'
import {startTestLake} from '../../test/rig/lake.ts'
import {connectListenSocket} from './connectListenSocket.ts'
import {createListenSocket} from './listenSocket.ts'

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function openLake(): Promise<TestLake> {
  const lake = await startTestLake({log: () => {}})
  closing.push(lake.close)
  return lake
}

function listenUrl(lake: TestLake, filter = 'true'): URL {
  const url = new URL('/v2025-02-19/data/listen/production', lake.url)
  url.searchParams.set('query', `*[${filter}]`)
  url.searchParams.set('includeResult', 'true')
  return url
}

const bearer = (lake: TestLake) => ({authorization: `Bearer ${lake.token}`})

/** Answers all text of the response up to the chunk with `text`; `''` is in the next chunk, whatever it is. */
function createReading(response: Response): (text: string) => Promise<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  return async (text) => {
    let seen = ''
    do {
      const chunk = await reader?.read()
      if (!chunk?.value) throw new Error(`The stream ended before "${text}": ${seen}`)
      seen += decoder.decode(chunk.value, {stream: true})
    } while (!seen.includes(text))
    return seen
  }
}

describe('listen socket', () => {
  it('carries many listeners over one connection, each with its own filter', async () => {
    const lake = await openLake()
    const socket = createListenSocket(lake.url)
    const abort = new AbortController()
    const open = (filter: string) =>
      socket.listen(listenUrl(lake, filter), {headers: bearer(lake), signal: abort.signal})
    const responses = await Promise.all(
      Array.from({length: 20}, (_, index) => open(`_id == "brand.${index}"`)),
    )
    expect(responses.map(({status}) => status)).toEqual(Array.from({length: 20}, () => 200))
    const readings = responses.map((response, index) => createReading(response)(`brand.${index}"`))
    const transaction = lake.client().transaction()
    for (let index = 0; index < 20; index++) {
      transaction.create({_id: `brand.${index}`, _type: 'brand', name: `Brand ${index}`})
    }
    await transaction.commit()
    const seen = await Promise.all(readings)
    expect(seen[7]).toContain('event: mutation')
    expect(seen[7]).not.toContain('"documentId":"brand.8"')
    abort.abort()
  })

  it('ends a stream that is aborted and leaves the others open', async () => {
    const lake = await openLake()
    const socket = createListenSocket(lake.url)
    const abort = new AbortController()
    const [first, second] = await Promise.all([
      socket.listen(listenUrl(lake), {headers: bearer(lake), signal: abort.signal}),
      socket.listen(listenUrl(lake), {headers: bearer(lake)}),
    ])
    const readFirst = createReading(first)
    await readFirst('welcome')
    abort.abort()
    await expect(readFirst('')).rejects.toMatchObject({name: 'AbortError'})
    const reading = createReading(second)('brand.a')
    await lake.client().create({_id: 'brand.a', _type: 'brand'})
    expect(await reading).toContain('event: mutation')
  })

  it('refuses a listen that is aborted already', async () => {
    const lake = await openLake()
    const request = createListenSocket(lake.url).listen(listenUrl(lake), {
      signal: AbortSignal.abort(),
    })
    await expect(request).rejects.toMatchObject({name: 'AbortError'})
  })

  it('fails every stream when the lake stops, and opens new ones when it is back', async () => {
    const lake = await openLake()
    const socket = createListenSocket(lake.url)
    const before = await socket.listen(listenUrl(lake), {headers: bearer(lake)})
    const reading = before.text().catch((error: unknown) => error)
    await lake.restart(async () => {
      await reading
      const whileDown = socket.listen(listenUrl(lake), {headers: bearer(lake)})
      await expect(whileDown).rejects.toThrow('listen socket')
    })
    const after = await socket.listen(listenUrl(lake), {headers: bearer(lake)})
    expect(await createReading(after)('welcome')).toContain('event: welcome')
  })

  it('answers a listen without a token as the lake would over HTTP', async () => {
    const lake = await openLake()
    const overSocket = await createListenSocket(lake.url).listen(listenUrl(lake))
    const overHttp = await fetch(listenUrl(lake))
    expect(overSocket.status).toBe(overHttp.status)
    expect(await overSocket.json()).toEqual(await overHttp.json())
  })
})

describe('connectListenSocket', () => {
  it('takes listens of the lake and nothing else from fetch', async () => {
    const lake = await openLake()
    const asked: string[] = []
    const ownFetch = globalThis.fetch
    globalThis.fetch = (input) => {
      asked.push(new URL(input instanceof Request ? input.url : input).pathname)
      return Promise.resolve(new Response('own'))
    }
    closing.push(() => {
      globalThis.fetch = ownFetch
    })
    closing.push(connectListenSocket(lake.url))
    const abort = new AbortController()
    const init = {headers: bearer(lake), signal: abort.signal}
    const listens = await Promise.all([
      fetch(listenUrl(lake), init),
      fetch(listenUrl(lake).href, init),
      fetch(new Request(listenUrl(lake), init)),
    ])
    expect(listens.map((response) => response.headers.get('content-type'))).toEqual(
      Array.from({length: 3}, () => expect.stringContaining('text/event-stream')),
    )
    await fetch(new URL('/v1/ping', lake.url))
    await fetch('http://localhost:1/v1/data/listen/production')
    expect(asked).toEqual(['/v1/ping', '/v1/data/listen/production'])
    abort.abort()
  })
})
