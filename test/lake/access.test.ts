import {request as httpRequest} from 'node:http'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, connect, openTestLake, record, rejectionOf, viewerToken} from './lakeRig.ts'
import {openStream} from './rawStream.ts'

const bearer = (token: string) => ({authorization: `Bearer ${token}`})

/** fetch does not let a Host or Origin be chosen. */
function send(lake: Lake, headers: Record<string, string>, method = 'GET', path = '/v1/users/me') {
  return new Promise<{status: number; headers: NodeJS.Dict<string | string[]>; body: string}>(
    (resolve, reject) => {
      const request = httpRequest(
        {host: '127.0.0.1', port: lake.port, path, method, headers},
        (response) => {
          let body = ''
          response.setEncoding('utf8').on('data', (text: string) => (body += text))
          response.on('end', () =>
            resolve({status: response.statusCode ?? 0, headers: response.headers, body}),
          )
        },
      )
      request.on('error', reject).end()
    },
  )
}

describe('tokens and roles', () => {
  it('lets nobody without a token read a private dataset or write to any', async () => {
    const lake = await openTestLake({
      datasets: [
        {name: 'production', aclMode: 'private'},
        {name: 'open', aclMode: 'public'},
      ],
    })
    const anonymous = connect(lake, {token: undefined})
    expect(await rejectionOf(anonymous.fetch('*'))).toMatchObject({statusCode: 401})
    expect(await rejectionOf(anonymous.getDocument('a'))).toMatchObject({statusCode: 401})
    expect(await rejectionOf(anonymous.create({_type: 'note'}))).toMatchObject({statusCode: 401})
    expect(
      await rejectionOf(connect(lake, {token: undefined, dataset: 'open'}).create({_type: 'note'})),
    ).toMatchObject({statusCode: 401})
    expect((await openStream(`${lake.url}/v1/data/listen/production?query=*`, {})).status).toBe(401)
    for (const path of [
      'users/me',
      'projects/local',
      'projects/local/datasets',
      'data/export/production',
      'data/history/production/transactions/a',
    ]) {
      expect([path, (await fetch(`${lake.url}/v1/${path}`)).status]).toEqual([path, 401])
    }
  })

  it('refuses a token it does not know, also where none is needed', async () => {
    const lake = await openTestLake()
    const failed = await rejectionOf(connect(lake, {token: 'wrong'}).fetch('*'))
    expect(failed).toMatchObject({
      statusCode: 401,
      response: {body: {statusCode: 401, error: 'Unauthorized'}},
    })
    expect((await fetch(`${lake.url}/v1/ping`, {headers: bearer('wrong')})).status).toBe(401)
  })

  it('shows documents without a dot in their id to everybody in a public dataset', async () => {
    const lake = await openTestLake({datasets: [{name: 'production', aclMode: 'public'}]})
    await connect(lake).create({_id: 'seen', _type: 'note'})
    await connect(lake).create({_id: 'secret.part', _type: 'note'})
    const anonymous = connect(lake, {token: undefined})
    expect(await anonymous.fetch('*[]._id')).toEqual(['seen'])
    expect(await anonymous.fetch('count(*)')).toBe(1)
    expect(await anonymous.getDocuments(['seen', 'secret.part'])).toMatchObject([
      {_id: 'seen'},
      null,
    ])
    const stream = await openStream(
      `${lake.url}/v1/data/listen/production?query=*&includeResult=true`,
      {},
    )
    await stream.next('welcome')
    await connect(lake).create({_id: 'secret.other', _type: 'note'})
    await connect(lake).create({_id: 'also-seen', _type: 'note'})
    expect((await stream.next('mutation')).data.documentId).toBe('also-seen')
  })

  it('lets a viewer read everything and write nothing', async () => {
    const lake = await openTestLake()
    await connect(lake).create({_id: 'a', _type: 'note', n: 1})
    const viewer = connect(lake, {token: viewerToken})
    expect(await viewer.fetch('*[]._id')).toEqual(['a'])
    for (const attempt of [
      () => viewer.create({_type: 'note'}),
      () => viewer.patch('a').set({n: 2}).commit(),
      () => viewer.delete('a'),
      () => viewer.assets.upload('file', Buffer.from('x'), {filename: 'x.txt'}),
      () => viewer.datasets.create('more'),
    ]) {
      expect(await rejectionOf(attempt())).toMatchObject({statusCode: 403})
    }
    expect(await rejectionOf(viewer.create({_type: 'note'}))).toMatchObject({
      details: {
        type: 'mutationError',
        items: [{error: {type: 'insufficientPermissionsError', permission: 'create'}}],
      },
    })
    expect(await connect(lake).fetch('*')).toMatchObject([{_id: 'a', n: 1}])
  })

  it('checks a role on the document before and after, in queries, documents, listeners and history', async () => {
    const lake = await openTestLake({
      tokens: [
        {token: adminToken, role: 'administrator'},
        {token: 'clerk-token', role: 'clerk'},
      ],
      grants: {
        clerk: [
          {
            filter: '_type == "note" && locked != true',
            permissions: ['read', 'create', 'update', 'history'],
          },
        ],
      },
    })
    const admin = connect(lake)
    const clerk = connect(lake, {token: 'clerk-token'})
    const heard = record(
      clerk.listen('*', {}, {events: ['welcome', 'mutation'], includePreviousRevision: true}),
    )
    await heard.until(({type}) => type === 'welcome')
    await clerk.create({_id: 'a', _type: 'note', n: 1})
    await admin.create({_id: 's', _type: 'secret'})
    expect(await rejectionOf(clerk.create({_type: 'secret'}))).toMatchObject({statusCode: 403})
    expect(await rejectionOf(clerk.patch('a').set({locked: true}).commit())).toMatchObject({
      statusCode: 403,
    })
    await admin.patch('a').set({locked: true, n: 2}).commit()
    expect(await rejectionOf(clerk.patch('a').set({n: 3}).commit())).toMatchObject({
      statusCode: 403,
    })
    await clerk.create({_id: 'z', _type: 'note'})
    await heard.until((event) => event.type === 'mutation' && event.documentId === 'z')
    expect(heard.events.filter(({type}) => type === 'mutation')).toMatchObject([
      {documentId: 'a', transition: 'appear'},
      {documentId: 'a', transition: 'disappear', mutations: [{delete: {id: 'a'}}]},
      {documentId: 'z', transition: 'appear'},
    ])
    expect(heard.events[2]).not.toHaveProperty('result')
    expect(await clerk.fetch('*[]._id')).toEqual(['z'])
    expect(await clerk.fetch('count(*[_type == "secret"])')).toBe(0)
    expect(await clerk.request({url: '/data/doc/production/a,s,z,none'})).toMatchObject({
      documents: [{_id: 'z'}],
      omitted: [
        {id: 'a', reason: 'permission'},
        {id: 's', reason: 'permission'},
        {id: 'none', reason: 'existence'},
      ],
    })
    expect(await clerk.request({url: '/data/history/production/documents/s'})).toEqual({
      documents: [],
    })
    expect(await clerk.request({url: '/projects/local/datasets/production/acl'})).toEqual([
      {
        filter: '_type == "note" && locked != true',
        permissions: ['read', 'create', 'update', 'history'],
      },
    ])
  })

  it('stops at the start when a token has a role without grants', async () => {
    expect(
      await rejectionOf(openTestLake({tokens: [{token: 't', role: 'nobody'}]})),
    ).toBeInstanceOf(RangeError)
  })
})

describe('hosts and origins', () => {
  it('answers to its own names only', async () => {
    const lake = await openTestLake()
    const statusOf = async (host: string) =>
      (await send(lake, {host, ...bearer(adminToken)})).status
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'local.localhost', 'l7.localhost']) {
      expect([host, await statusOf(`${host}:${lake.port}`)]).toEqual([host, 200])
    }
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      'other.localhost',
      '127.0.0.1.nip.io',
      '192.168.0.1',
      'xlocalhost',
    ]) {
      expect([host, await statusOf(`${host}:${lake.port}`)]).toEqual([host, 421])
    }
  })

  it('lets exact origins in, with Vary, and refuses all others', async () => {
    const lake = await openTestLake({origins: ['http://localhost:3333']})
    const ask = (origin: string) =>
      send(lake, {host: `localhost:${lake.port}`, origin, ...bearer(adminToken)})
    const allowed = await ask('http://localhost:3333')
    expect(allowed.status).toBe(200)
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3333',
      vary: 'Origin',
    })
    expect(allowed.headers).not.toHaveProperty('access-control-allow-credentials')
    for (const origin of [
      'null',
      'http://localhost:3334',
      'https://localhost:3333',
      'http://localhost:3333.evil.example',
      'http://LOCALHOST:3333',
    ]) {
      const refused = await ask(origin)
      expect([origin, refused.status]).toEqual([origin, 403])
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin')
      expect(refused.headers).toMatchObject({vary: 'Origin'})
    }
  })

  it('answers preflights of allowed origins', async () => {
    const lake = await openTestLake({origins: ['http://localhost:3333']})
    const headers = {
      host: `localhost:${lake.port}`,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-sanity-project-id,cookie',
    }
    const allowed = await send(
      lake,
      {...headers, origin: 'http://localhost:3333'},
      'OPTIONS',
      '/v1/data/mutate/production',
    )
    expect(allowed.status).toBe(204)
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3333',
      'access-control-allow-headers': 'authorization, content-type, x-sanity-project-id',
      vary: 'Origin',
    })
    expect((await send(lake, {...headers, origin: 'http://evil.example'}, 'OPTIONS')).status).toBe(
      403,
    )
  })

  it('answers on IPv4 and IPv6 loopback', async () => {
    const lake = await openTestLake()
    expect((await fetch(`http://127.0.0.1:${lake.port}/v1/ping`)).status).toBe(200)
    expect((await fetch(`http://[::1]:${lake.port}/v1/ping`)).status).toBe(200)
  })
})
