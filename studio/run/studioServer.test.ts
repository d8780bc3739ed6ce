import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {sessionElementId} from '../browser/session.ts'
import type {StudioServer} from './studioServer.ts'
import {openStudioServer} from './studioServer.ts'

const opened = {
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
}
const session = {
  lakeUrl: 'http://localhost:3334',
  projectId: 'local',
  dataset: 'production',
  token: 'secret</script>token',
  shop: {currency: 'INR'},
}
let directory = ''
let server: StudioServer

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'studio-server-'))
  mkdirSync(join(directory, 'static'))
  writeFileSync(join(directory, 'index.html'), '<html><head></head><body></body></html>')
  writeFileSync(join(directory, 'static', 'app.js'), 'run()')
  mkdirSync(join(directory, 'mobile', 'static'), {recursive: true})
  writeFileSync(
    join(directory, 'mobile', 'index.html'),
    '<html><head></head><body>phone</body></html>',
  )
  writeFileSync(join(directory, 'mobile', 'static', 'app.js'), 'ring()')
  server = await openStudioServer(0)
})
afterEach(async () => {
  await server.close()
  rmSync(directory, {recursive: true})
})

interface Answer {
  status: number | undefined
  body: string
  headers: Record<string, unknown>
}

/** `fetch` would not let a test choose Host and Sec-Fetch headers. */
function get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, server.url), {headers}, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => (body += chunk))
      response.on('end', () =>
        resolve({status: response.statusCode, body, headers: response.headers}),
      )
    })
    call.on('error', reject).end()
  })
}

describe('Studio server', () => {
  it('serves the page for phones beside the Studio, its session only to a page that the user opens', async () => {
    server.serve({directory, session})
    for (const path of ['/mobile', '/mobile/', '/mobile/sell']) {
      const {body, headers} = await get(path, opened)
      expect(body).toContain('phone')
      expect(body).toContain(sessionElementId)
      expect(headers).toMatchObject({'cache-control': 'no-store'})
    }
    expect((await get('/mobile', {'sec-fetch-dest': 'empty'})).body).not.toContain('secret')
    expect((await get('/mobile/index.html', {'sec-fetch-dest': 'iframe'})).body).not.toContain(
      'secret',
    )
    expect(await get('/mobile/static/app.js')).toMatchObject({status: 200, body: 'ring()'})
    expect(await get('/mobile/static/none.js')).toMatchObject({status: 404})
    expect((await get('/mobiles', opened)).body).not.toContain('phone')
  })

  it('asks to wait until there is something to serve', async () => {
    expect(await get('/')).toMatchObject({status: 503})
  })

  it('gives the session to a page that the user opens, under every route', async () => {
    server.serve({directory, session})
    for (const path of ['/', '/dashboard/realtime', '/structure/product;product.a.b']) {
      const {status, body} = await get(path, opened)
      expect(status).toBe(200)
      const json = body.split(`id="${sessionElementId}">`)[1]?.split('</script>')[0] ?? ''
      expect(JSON.parse(json)).toEqual(session)
    }
  })

  it.each([
    [
      'a script of another site',
      {
        ...opened,
        'sec-fetch-site': 'cross-site',
        'sec-fetch-dest': 'script',
        'sec-fetch-mode': 'no-cors',
      },
    ],
    [
      'a frame of another site',
      {...opened, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe'},
    ],
    ['a program that is no browser', {}],
  ])('keeps the token from %s', async (_who, headers) => {
    server.serve({directory, session})
    const {status, body} = await get('/', headers)
    expect(status).toBe(200)
    expect(body).not.toContain('secret')
  })

  it('refuses a name that was rebound to this machine', async () => {
    server.serve({directory, session})
    const answer = await get('/', {...opened, host: 'evil.example:3333'})
    expect(answer.status).toBe(421)
    expect(answer.body).not.toContain('secret')
  })

  it('keeps pages out of caches and foreign frames, and lets hashed files stay', async () => {
    server.serve({directory, session})
    const page = await get('/', opened)
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(page.headers['content-security-policy']).toContain(
      "connect-src 'self' http://localhost:3334 ws://localhost:3334",
    )
    const script = await get('/static/app.js')
    expect(script).toMatchObject({status: 200, body: 'run()'})
    expect(script.headers['cache-control']).toContain('immutable')
  })

  it('goes on serving a build whose folder is removed', async () => {
    server.serve({directory, session})
    rmSync(join(directory, 'static'), {recursive: true})
    expect(await get('/static/app.js')).toMatchObject({status: 200, body: 'run()'})
    expect((await get('/', opened)).status).toBe(200)
  })

  it('says that a file has not changed', async () => {
    server.serve({directory, session})
    const {headers} = await get('/static/app.js')
    const again = await get('/static/app.js', {'if-none-match': String(headers['etag'])})
    expect(again).toMatchObject({status: 304, body: ''})
  })

  it('refuses a folder without a build in words', () => {
    rmSync(join(directory, 'index.html'))
    expect(() => server.serve({directory, session})).toThrow('holds no built Studio')
  })

  it('answers 404 for files that are not there and for paths outside', async () => {
    server.serve({directory, session})
    expect((await get('/static/none.js')).status).toBe(404)
    expect((await get('/static/%2e%2e/%2e%2e/etc/passwd.txt')).status).toBe(404)
  })

  it('says in words which port is taken', async () => {
    const {port} = new URL(server.url)
    await expect(openStudioServer(Number(port))).rejects.toThrow(
      `Port ${port} is taken by another program. Stop it, or choose another port with STUDIO_PORT=….`,
    )
  })
})
