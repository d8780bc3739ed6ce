import {request as httpRequest} from 'node:http'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, cleanUp, connect, openTestLake, record, rejectionOf} from './lakeRig.ts'

const bearer = {authorization: `Bearer ${adminToken}`, 'content-type': 'application/json'}

/** JSON as text: an object literal cannot hold an attribute `__proto__`. */
async function post(lake: Lake, path: string, body: string) {
  const response = await fetch(`${lake.url}/v2025-02-19/data/${path}/production`, {
    method: 'POST',
    headers: bearer,
    body,
  })
  const text = await response.text()
  return {status: response.status, text}
}

const parsed = (text: string): unknown => JSON.parse(text)
const ask = async (lake: Lake, path: string) =>
  (await fetch(`${lake.url}/v2025-02-19/${path}`, {headers: bearer})).text()

describe('names that mean something to JavaScript', () => {
  it('are plain attributes of documents, patches and paths, and touch no prototype', async () => {
    const lake = await openTestLake()
    const names =
      '"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"hasOwnProperty":1'
    const document = `{"_id":"a","_type":"note",${names},"list":[{"_key":"k","__proto__":{"x":1}}]}`
    expect(await post(lake, 'mutate', `{"mutations":[{"create":${document}}]}`)).toMatchObject({
      status: 200,
    })
    const patch = `{"id":"a","set":{"__proto__.deep":{"x":1},"constructor.prototype.more":2,"list[_key==\\"k\\"].__proto__.y":3}}`
    expect(await post(lake, 'mutate', `{"mutations":[{"patch":${patch}}]}`)).toMatchObject({
      status: 200,
    })
    const stored = await ask(lake, 'data/doc/production/a')
    expect(stored).toContain('"__proto__":{"admin":true,"deep":{"x":1}}')
    expect(stored).toContain('"constructor":{"prototype":{"admin":true,"more":2}}')
    expect(stored).toContain('{"_key":"k","__proto__":{"x":1,"y":3}}')
    expect(Object.prototype).not.toHaveProperty('admin')
    expect(Object.prototype).not.toHaveProperty('deep')
    expect(Object.prototype).not.toHaveProperty('more')
    await post(
      lake,
      'mutate',
      '{"mutations":[{"patch":{"id":"a","unset":["__proto__","constructor"]}}]}',
    )
    expect(await ask(lake, 'data/doc/production/a')).not.toMatch(/"__proto__":\{"admin|constructor/)
    expect(await connect(lake).fetch('*[_id == "a"][0]{_id, admin, "list": list[].x}')).toEqual({
      _id: 'a',
      admin: null,
      list: [null],
    })
  })

  it('are parameters like any other, and never there unless given', async () => {
    const lake = await openTestLake()
    const get = (search: string) =>
      fetch(`${lake.url}/v2025-02-19/data/query/production?${search}`, {headers: bearer})
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const missing = await get(`query=$${name}`)
      expect([name, missing.status]).toEqual([name, 400])
      expect(await missing.json()).toMatchObject({error: {type: 'queryParseError'}})
      expect(await post(lake, 'query', `{"query":"$${name}","params":{}}`)).toMatchObject({
        status: 400,
      })
    }
    for (const name of ['constructor', 'toString', '__proto__']) {
      const given = await get(`query=$${name}&$${name}=${encodeURIComponent('{"a":1}')}`)
      expect([name, await given.json()]).toMatchObject([name, {result: {a: 1}}])
      const posted = await post(lake, 'query', `{"query":"$${name}","params":{"${name}":{"a":1}}}`)
      expect([name, parsed(posted.text)]).toMatchObject([name, {result: {a: 1}}])
    }
  })

  it('as ids, types, datasets, settings and mutations do nothing special', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(await post(lake, 'mutate', `{"mutations":[{"${name}":{"id":"a"}}]}`)).toMatchObject({
        status: 400,
      })
      expect(await post(lake, 'actions', `{"actions":[{"actionType":"${name}"}]}`)).toMatchObject({
        status: 400,
      })
      await client.create({_id: `id-${name}`, _type: name, [`x`]: {_ref: `__proto__`, _weak: true}})
      expect(await client.fetch('*[_type == $name]._id', {name})).toEqual([`id-${name}`])
      const body = [{key: name, value: {n: 1}}]
      await client.request({method: 'PUT', url: '/users/me/keyvalue', body})
      expect(await client.request({url: `/users/me/keyvalue/${name}`})).toEqual(body)
    }
    expect(await client.fetch('count(*[references("__proto__")])')).toBe(3)
    expect(await client.fetch('*[_id == "id-toString"][0]{_type}.constructor')).toBeNull()
  })
})

describe('SQL where a name is expected', () => {
  const sql = `x'; DROP TABLE documents; --`

  it('is no id and no dataset, and as type or text it is only text', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    await client.create({_id: 'kept', _type: sql, text: sql, list: [{_key: sql}]})
    expect(await rejectionOf(client.create({_id: sql, _type: 'note'}))).toMatchObject({
      statusCode: 400,
    })
    expect(
      await rejectionOf(
        client.request({method: 'PUT', url: `/datasets/${encodeURIComponent(sql)}`, body: {}}),
      ),
    ).toMatchObject({
      statusCode: 400,
    })
    for (const path of [
      `data/doc/production/${encodeURIComponent(sql)}`,
      `data/history/production/documents/${encodeURIComponent(sql)}`,
      `data/history/production/transactions/${encodeURIComponent(sql)}`,
      `data/history/production/events/documents/${encodeURIComponent(sql)}`,
      `users/me/keyvalue/${encodeURIComponent(sql)}`,
      `data/query/${encodeURIComponent(sql)}?query=*`,
      `data/export/production?types=${encodeURIComponent(sql)}`,
    ]) {
      expect(await ask(lake, path), path).not.toMatch(/sqlite|SQL logic|near "/i)
    }
    expect(await client.fetch('*[_type == $sql && text == $sql]._id', {sql})).toEqual(['kept'])
    const patch = client.patch('kept').set({[`list[_key=="${sql}"].n`]: 1})
    expect(await patch.commit()).toMatchObject({list: [{_key: sql, n: 1}]})
    expect(await client.getDocument('kept')).toMatchObject({_type: sql})
  })
})

describe('what a browser could be made to believe', () => {
  it('line ends and quotes in filenames reach no header', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const filename = 'a"\r\nSet-Cookie: x=1\r\n\r\n<script>.html'
    const asset = await client.assets.upload('file', Buffer.from('<b>hi</b>'), {
      filename,
      contentType: 'text/html',
    })
    expect(asset).toMatchObject({originalFilename: filename, extension: 'html'})
    const vanity = encodeURIComponent('b"\r\nSet-Cookie: y=1')
    for (const address of [
      asset.url,
      `${asset.url}?dl=${encodeURIComponent(filename)}`,
      `${asset.url}/${vanity}`,
      `${asset.url}/${vanity}?dl=`,
    ]) {
      const response = await fetch(address)
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).not.toHaveProperty('set-cookie')
      expect(response.headers.get('content-disposition')).toBe('attachment')
      expect(response.headers.get('content-type')).toBe('application/octet-stream')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  it('no answer to a request of a page is anything but JSON, text of events or a locked up file', async () => {
    const lake = await openTestLake()
    await connect(lake).create({_id: 'a', _type: 'note', text: '<script>alert(1)</script>'})
    for (const path of [
      'v1/data/doc/production/a',
      'v1/data/query/production?query=*',
      'v1/data/export/production',
      `v1/${encodeURIComponent('<script>alert(1)</script>')}`,
      'v1/data/query/production?query=<script>',
      `v1/data/query/${encodeURIComponent('<img src=x>')}?query=*`,
    ]) {
      const {headers} = await fetch(`${lake.url}/${path}`, {headers: bearer})
      expect([path, headers.get('content-type')]).toEqual([
        path,
        expect.stringMatching(/^application\/(json|x-ndjson)/),
      ])
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    }
  })
})

describe('a role that may do little', () => {
  const grants = {
    clerk: [
      {
        filter: '_type == "note" && locked != true',
        permissions: ['read', 'create', 'update', 'history'] as const,
      },
      {filter: '_type == "letter"', permissions: ['create', 'update'] as const},
    ],
    drafter: [
      {
        filter: '_id in path("drafts.**")',
        permissions: ['read', 'create', 'update', 'history'] as const,
      },
    ],
    owner: [{filter: 'owner != identity()', permissions: ['read', 'history'] as const}],
  }

  async function openWithSecret() {
    const lake = await openTestLake({
      tokens: [
        {token: adminToken, role: 'administrator'},
        ...Object.keys(grants).map((role) => ({token: `${role}-token`, role})),
      ],
      grants,
    })
    const admin = connect(lake)
    await admin.create({_id: 'secret', _type: 'secret', pin: 'S3CRET'})
    await admin.create({_id: 'locked', _type: 'note', locked: true, pin: 'S3CRET'})
    await admin.create({_id: 'letter', _type: 'letter', pin: 'S3CRET'})
    return {lake, admin, as: (role: string) => connect(lake, {token: `${role}-token`})}
  }

  it('gets nothing of a document it may not read out of any answer of a write', async () => {
    const {as} = await openWithSecret()
    const clerk = as('clerk')
    const attempts: Promise<unknown>[] = [
      clerk.createIfNotExists({_id: 'secret', _type: 'note'}),
      clerk.createIfNotExists({_id: 'locked', _type: 'note'}),
      clerk.createIfNotExists({_id: 'letter', _type: 'letter'}),
      clerk.create({_id: 'secret', _type: 'note'}),
      clerk.createOrReplace({_id: 'locked', _type: 'note'}),
      clerk.patch('secret').set({a: 1}).commit(),
      clerk.patch('secret').ifRevisionId('none').set({a: 1}).commit(),
      clerk.patch('letter').set({a: 1}).commit(),
      clerk.patch('letter').set({a: 1}).commit({dryRun: true}),
      clerk.delete('secret'),
      clerk.delete('letter'),
      clerk.delete({query: '*[pin == "S3CRET"]'}),
      clerk.patch({query: '*[defined(pin)]'}).set({a: 1}).commit(),
      clerk.create({_type: 'note', to: {_ref: 'secret'}}),
    ]
    for (const settled of await Promise.allSettled(attempts)) {
      const seen = settled.status === 'fulfilled' ? settled.value : settled.reason
      expect(JSON.stringify([seen, seen instanceof Error ? seen.message : ''])).not.toContain(
        'S3CRET',
      )
    }
  })

  it('cannot copy what it may not read into a draft or version that it may', async () => {
    const {as, admin} = await openWithSecret()
    const drafter = as('drafter')
    const attempts = [
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.secret',
        publishedId: 'secret',
        patch: {set: {a: 1}},
      },
      {
        actionType: 'sanity.action.document.version.create',
        publishedId: 'secret',
        baseId: 'secret',
        versionId: 'drafts.secret',
      },
      {
        actionType: 'sanity.action.document.unpublish',
        draftId: 'drafts.secret',
        publishedId: 'secret',
      },
    ]
    for (const action of attempts) {
      const url = '/data/actions/production'
      const body = {actions: [action]}
      expect(await rejectionOf(drafter.request({method: 'POST', url, body}))).toMatchObject({
        statusCode: 403,
      })
    }
    expect(await admin.fetch('count(*[_id in path("drafts.**")])')).toBe(0)
  })

  it('is who it is wherever a grant asks for its identity', async () => {
    const {lake, admin, as} = await openWithSecret()
    await admin.create({_id: 'hidden', _type: 'note', owner: 'owner'})
    await admin.create({_id: 'drafts.hidden', _type: 'note', owner: 'owner'})
    await admin.create({_id: 'shown', _type: 'note', owner: 'else'})
    const owner = as('owner')
    expect(await owner.fetch('*[defined(owner)]._id')).toEqual(['shown'])
    const token = {authorization: 'Bearer owner-token'}
    const read = async (path: string) =>
      (await fetch(`${lake.url}/v2025-02-19/data/${path}`, {headers: token})).text()
    expect(await read('export/production')).not.toContain('hidden')
    expect(await read('doc/production/shown,hidden?includeAllVersions=true')).not.toContain(
      'drafts.hidden',
    )
    expect(await read('history/production/documents/hidden')).toBe('{"documents":[]}')
    expect(await read('history/production/transactions/hidden')).toBe('')
    expect(await read('history/production/events/documents/hidden')).not.toContain('administrator')
    const heard = record(owner.listen('*', {}, {events: ['welcome', 'mutation']}))
    await heard.until(({type}) => type === 'welcome')
    await admin.patch('hidden').set({n: 1}).commit()
    await admin.patch('shown').set({n: 1}).commit()
    await heard.until(({type}) => type === 'mutation')
    expect(heard.events.filter(({type}) => type === 'mutation')).toMatchObject([
      {documentId: 'shown'},
    ])
  })
})

describe('a stranger', () => {
  const paths = [
    'data/query/production?query=*',
    'data/doc/production/a',
    'data/listen/production?query=*',
    'data/export/production',
    'data/history/production/documents/a',
    'data/history/production/transactions/a',
    'data/history/production/events/documents/a',
    'users/me',
    'users/administrator',
    'users/me/keyvalue/a',
    'projects/local',
    'projects/local/grants',
    'projects/local/roles',
    'projects/local/datasets',
    'projects/local/datasets/production/acl',
    'datasets',
  ]

  function statusOf(lake: Lake, path: string, headers: Record<string, string>) {
    return new Promise<number>((resolve, reject) => {
      const options = {host: '127.0.0.1', port: lake.port, path: `/v2025-02-19/${path}`, headers}
      const request = httpRequest(options, (response) => {
        resolve(response.statusCode ?? 0)
        response.destroy()
      })
      request.on('error', reject).end()
    })
  }

  it('with the wrong token, from another Origin or by another Host gets no answer from any endpoint', async () => {
    const lake = await openTestLake()
    const host = `localhost:${lake.port}`
    for (const path of paths) {
      expect([
        path,
        await statusOf(lake, path, {host, authorization: bearer.authorization}),
      ]).toEqual([path, 200])
      expect([path, await statusOf(lake, path, {host})]).toEqual([path, 401])
      expect([path, await statusOf(lake, path, {host, authorization: 'Bearer no'})]).toEqual([
        path,
        401,
      ])
      const token = {authorization: bearer.authorization}
      expect([
        path,
        await statusOf(lake, path, {...token, host, origin: 'http://evil.example'}),
      ]).toEqual([path, 403])
      expect([path, await statusOf(lake, path, {...token, host, origin: 'null'})]).toEqual([
        path,
        403,
      ])
      expect([path, await statusOf(lake, path, {...token, host: 'evil.example'})]).toEqual([
        path,
        421,
      ])
    }
  })

  it('gets no socket for presence or listeners by another Origin or Host', async () => {
    const lake = await openTestLake()
    const open = (path: string, headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const upgrade = {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        }
        const request = httpRequest({
          host: '127.0.0.1',
          port: lake.port,
          path,
          headers: {...upgrade, ...headers},
        })
        request.on('response', (response) => resolve(response.statusCode ?? 0))
        request.on('upgrade', (_response, socket) => {
          cleanUp(() => void socket.destroy())
          resolve(101)
        })
        request.on('error', reject).end()
      })
    const host = `localhost:${lake.port}`
    for (const path of ['/v1/socket/production', '/listen-socket']) {
      expect(await open(path, {host})).toBe(101)
      expect(await open(path, {host, origin: 'http://evil.example'})).toBe(403)
      expect(await open(path, {host, origin: 'null'})).toBe(403)
      expect(await open(path, {host: 'evil.example'})).toBe(421)
    }
  })
})
