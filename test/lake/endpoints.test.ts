import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {adminToken, cleanUp, connect, openTestLake, rejectionOf, viewerToken} from './lakeRig.ts'

const json = {'content-type': 'application/json', authorization: `Bearer ${adminToken}`}

describe('what the Studio asks for around documents', () => {
  it('knows the user of a token with its role', async () => {
    const lake = await openTestLake()
    expect(await connect(lake).users.getById('me')).toMatchObject({
      id: 'administrator',
      name: 'Administrator',
      roles: [{name: 'administrator'}],
    })
    expect(await connect(lake, {token: viewerToken}).users.getById('me')).toMatchObject({
      id: 'viewer',
    })
    expect(await connect(lake).request({url: '/users/viewer,administrator,nobody'})).toMatchObject([
      {id: 'viewer', displayName: 'Viewer'},
      {id: 'administrator'},
    ])
  })

  it('keeps settings per user, through restarts', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lake-settings-'))
    cleanUp(() => rmSync(directory, {recursive: true, force: true}))
    const first = await openTestLake({directory})
    const body = [{key: 'studio.layout', value: {sort: 'name'}}]
    expect(await connect(first).request({method: 'PUT', url: '/users/me/keyvalue', body})).toEqual(
      body,
    )
    await first.close()
    const second = await openTestLake({directory})
    const url = '/users/me/keyvalue/studio.layout,studio.other'
    expect(await connect(second).request({url})).toEqual(body)
    expect(await connect(second, {token: viewerToken}).request({url})).toEqual([])
  })

  it('offers the command line private datasets, and no aliases', async () => {
    const client = connect(await openTestLake())
    expect(await client.request({url: '/features'})).toContain('privateDataset')
    expect(await client.request({url: '/aliases'})).toEqual([])
  })

  it('describes its project and makes datasets', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    expect(await client.request({url: '/projects/local'})).toMatchObject({
      id: 'local',
      displayName: 'Local',
    })
    expect(await client.projects.list()).toMatchObject([{id: 'local'}])
    expect(await rejectionOf(connect(lake, {token: undefined}).projects.list())).toMatchObject({
      statusCode: 401,
    })
    expect(await client.fetch('[sanity::projectId(), sanity::dataset()]')).toEqual([
      'local',
      'production',
    ])
    expect(await rejectionOf(client.request({url: '/projects/other'}))).toMatchObject({
      statusCode: 404,
    })
    expect(await client.datasets.create('retail', {aclMode: 'public'})).toEqual({
      datasetName: 'retail',
      aclMode: 'public',
    })
    expect(
      await client.request({method: 'PUT', url: '/projects/local/datasets/more'}),
    ).toMatchObject({aclMode: 'private'})
    expect(await rejectionOf(client.datasets.create('retail'))).toMatchObject({statusCode: 409})
    expect(await rejectionOf(client.request({method: 'PUT', url: '/datasets/-bad'}))).toMatchObject(
      {statusCode: 400},
    )
    expect((await client.datasets.list()).map(({name, aclMode}) => [name, aclMode])).toEqual([
      ['production', 'private'],
      ['retail', 'public'],
      ['more', 'private'],
    ])
  })

  it('has no offers, so that the Studio shows none and its console stays clean', async () => {
    const lake = await openTestLake({log: () => {}})
    for (const offer of ['asset-limit', 'document-limit', 'comments', 'content-releases']) {
      expect(await connect(lake).request({url: `/journey/${offer}`})).toBeNull()
    }
  })

  it('has an answer for every small question', async () => {
    const lake = await openTestLake()
    for (const path of [
      'features',
      'help',
      'ping',
      'data/ping/production',
      'intake/telemetry-status',
      'journey/announcements',
      'projects/local/grants',
      'projects/local/user-applications',
      'projects/local/datasets/production/acl',
      'data/references/production/documents/a/to',
    ]) {
      const response = await fetch(`${lake.url}/v2021-06-07/${path}`, {headers: json})
      expect([path, response.status, typeof (await response.json())]).toEqual([path, 200, 'object'])
    }
  })
})

describe('requests that cannot be answered', () => {
  it('names an unknown endpoint in the answer and in the log, without its query', async () => {
    const log: string[] = []
    const lake = await openTestLake({log: (line) => log.push(line)})
    const response = await fetch(`${lake.url}/v1/unheard/of?token=secret`, {headers: json})
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      statusCode: 404,
      error: 'Not Found',
      message: expect.stringContaining('/unheard/of'),
    })
    expect(log).toEqual(['lake: UNKNOWN ENDPOINT GET /unheard/of was answered 404'])
  })

  it('takes JSON of at most 4 MB', async () => {
    const lake = await openTestLake()
    const url = `${lake.url}/v1/data/mutate/production`
    const post = async (body: string, type = 'application/json') => {
      const headers = {...json, 'content-type': type}
      return (await fetch(url, {method: 'POST', headers, body})).status
    }
    const withPadding = (length: number) =>
      JSON.stringify({mutations: [{create: {_type: 'note', text: 'x'.repeat(length)}}]})
    expect(await post('{"mutations": []}', 'text/plain')).toBe(415)
    expect(await post('{"mutations": ')).toBe(400)
    expect(await post('{"no": "mutations"}')).toBe(400)
    expect(await post(withPadding(3_900_000))).toBe(200)
    expect(await post(withPadding(4_000_000))).toBe(413)
  })

  it('tells no stack, path or SQL', async () => {
    const lake = await openTestLake()
    const bodies = await Promise.all(
      [
        'data/query/production?query=*[',
        'data/query/none?query=*',
        'data/doc/production/%00',
        'users/%',
        'data/query/production?query=1&$x=y',
      ].map(async (path) => (await fetch(`${lake.url}/v1/${path}`, {headers: json})).text()),
    )
    for (const body of bodies) {
      expect(JSON.parse(body)).toEqual(expect.any(Object))
      expect(body).not.toMatch(/\bat .*\d+:\d+|node_modules|\.ts\b|SELECT |sqlite/i)
    }
  })

  it('answers as much later as it was told', async () => {
    const lake = await openTestLake({latency: 150})
    const before = performance.now()
    await connect(lake).fetch('1')
    expect(performance.now() - before).toBeGreaterThanOrEqual(149)
  })
})
