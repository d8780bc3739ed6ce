import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, connect, openTestLake, rejectionOf} from './lakeRig.ts'

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
