import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {ClientError} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {cleanUp, connect, openTestLake, rejectionOf} from './lakeRig.ts'

describe('documents through @sanity/client', () => {
  it('creates, patches, reads and deletes', async () => {
    const client = connect(await openTestLake())
    const created = await client.create({_id: 'a', _type: 'note', count: 1})
    expect(created).toEqual({
      _id: 'a',
      _type: 'note',
      count: 1,
      _rev: expect.any(String),
      _createdAt: expect.any(String),
      _updatedAt: expect.any(String),
    })
    const patched = await client.patch('a').inc({count: 2}).set({title: 'x'}).commit()
    const {_createdAt, _rev: createdRevision} = created
    expect(patched).toMatchObject({count: 3, title: 'x', _createdAt})
    expect(patched).not.toMatchObject({_rev: createdRevision})
    expect(await client.getDocument('a')).toEqual(patched)
    await client.delete('a')
    expect(await client.getDocument('a')).toBeUndefined()
  })

  it('reads what was acknowledged, by id and by query', async () => {
    const client = connect(await openTestLake())
    for (let count = 1; count <= 20; count++) {
      await client.createOrReplace({_id: 'a', _type: 'note', count})
      expect(await client.fetch('*[_id == "a"][0].count')).toBe(count)
    }
  })

  it('answers queries after a transaction that changed nothing, also of a restarted lake', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lake-noop-'))
    cleanUp(() => rmSync(directory, {recursive: true, force: true}))
    const lake = await openTestLake({directory})
    await connect(lake).create({_id: 'a', _type: 'note'})
    await connect(lake).createIfNotExists({_id: 'a', _type: 'note'})
    expect(await connect(lake).fetch('*[]._id')).toEqual(['a'])
    await lake.close()
    expect(await connect(await openTestLake({directory})).fetch('*[]._id')).toEqual(['a'])
  })

  it('does all mutations of a transaction or none', async () => {
    const client = connect(await openTestLake())
    await client.create({_id: 'there', _type: 'note'})
    const failed = await rejectionOf(
      client
        .transaction()
        .create({_id: 'new', _type: 'note'})
        .create({_id: 'there', _type: 'note'})
        .commit(),
    )
    expect(failed).toBeInstanceOf(ClientError)
    expect(failed).toMatchObject({
      statusCode: 409,
      details: {
        type: 'mutationError',
        description: expect.stringContaining('already exists'),
        items: [{index: 1, error: {type: 'documentAlreadyExistsError', id: 'there'}}],
      },
    })
    expect(await client.fetch('*[]._id')).toEqual(['there'])
  })

  it('refuses a wrong ifRevisionID with 409', async () => {
    const client = connect(await openTestLake())
    const {_rev: first} = await client.create({_id: 'a', _type: 'note', count: 1})
    await client.patch('a').ifRevisionId(first).inc({count: 1}).commit()
    const failed = await rejectionOf(client.patch('a').ifRevisionId(first).inc({count: 1}).commit())
    expect(failed).toMatchObject({
      statusCode: 409,
      details: {
        type: 'mutationError',
        items: [{error: {type: 'documentRevisionIDDoesNotMatchError'}}],
      },
    })
    expect(await client.getDocument('a')).toMatchObject({count: 2})
  })

  it('takes the transaction id of the client as revision and answers ids on request', async () => {
    const client = connect(await openTestLake())
    const answer = await client
      .transaction()
      .create({_id: 'a', _type: 'note'})
      .createIfNotExists({_id: 'a', _type: 'note'})
      .transactionId('my-transaction')
      .commit()
    expect(answer).toEqual({
      transactionId: 'my-transaction',
      documentIds: ['a', 'a'],
      results: [
        {id: 'a', operation: 'create'},
        {id: 'a', operation: 'none'},
      ],
    })
    expect(await client.getDocument('a')).toMatchObject({_rev: 'my-transaction'})
  })

  it('writes nothing on a dry run', async () => {
    const client = connect(await openTestLake())
    await client.create({_id: 'a', _type: 'note'}, {dryRun: true})
    expect(await client.getDocument('a')).toBeUndefined()
  })

  it('patches and deletes by query', async () => {
    const client = connect(await openTestLake())
    for (const id of ['a', 'b', 'c']) await client.create({_id: id, _type: 'note', n: 0})
    await client
      .patch({query: '*[_type == $type && _id != "c"]', params: {type: 'note'}})
      .inc({n: 1})
      .commit({returnFirst: false, returnDocuments: false})
    expect(await client.fetch('*[n == 1] | order(_id)._id')).toEqual(['a', 'b'])
    await client.delete({query: '*[n == 1]'})
    expect(await client.fetch('*[]._id')).toEqual(['c'])
  })

  it('generates array keys when asked to', async () => {
    const client = connect(await openTestLake())
    const made = await client.create(
      {_id: 'a', _type: 'note', list: [{x: 1}, {x: 2}]},
      {autoGenerateArrayKeys: true},
    )
    expect(made.list).toEqual([
      {x: 1, _key: expect.any(String)},
      {x: 2, _key: expect.any(String)},
    ])
  })

  it('answers several ids in their order and tells what is missing', async () => {
    const client = connect(await openTestLake())
    await client.create({_id: 'a', _type: 'note'})
    await client.create({_id: 'b', _type: 'note'})
    const documents = await client.getDocuments(['b', 'none', 'a'])
    expect(documents).toMatchObject([{_id: 'b'}, null, {_id: 'a'}])
    const raw: unknown = await client.request({
      url: '/data/doc/production/b,none?excludeContent=true',
    })
    expect(raw).toEqual({documents: [], omitted: [{id: 'none', reason: 'existence'}]})
  })

  it('exports every document as one line', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const transaction = client.transaction()
    for (let n = 0; n < 1_203; n++)
      transaction.create({_id: `n-${n}`, _type: n % 2 ? 'odd' : 'even'})
    await transaction.commit()
    const url = `${lake.url}/v2021-06-07/data/export/production`
    const headers = {authorization: 'Bearer admin-token'}
    const lines = (await (await fetch(url, {headers})).text()).trim().split('\n')
    expect(new Set(lines.map((line) => /"_id":"([^"]+)"/.exec(line)?.[1])).size).toBe(1_203)
    const odd = (await (await fetch(`${url}?types=odd`, {headers})).text()).trim().split('\n')
    expect(odd).toHaveLength(601)
  })
})

describe('queries through @sanity/client', () => {
  it('passes parameters by GET and, when they are long, by POST', async () => {
    const client = connect(await openTestLake())
    await client.create({_id: 'a', _type: 'note', title: 'Grün & "gut" + 1%'})
    expect(await client.fetch('*[title == $title]._id', {title: 'Grün & "gut" + 1%'})).toEqual([
      'a',
    ])
    const ids = ['a', ...Array.from({length: 3_000}, (_, n) => `other-${n}`)]
    expect(await client.fetch('*[_id in $ids]._id', {ids})).toEqual(['a'])
  })

  it('answers the query and the time it took unless told not to', async () => {
    const lake = await openTestLake()
    const headers = {authorization: 'Bearer admin-token'}
    const url = `${lake.url}/v2025-02-19/data/query/production?query=1%2B1`
    expect(await (await fetch(url, {headers})).json()).toEqual({
      query: '1+1',
      result: 2,
      ms: expect.any(Number),
    })
    expect(await (await fetch(`${url}&returnQuery=false`, {headers})).json()).toEqual({
      result: 2,
      ms: expect.any(Number),
    })
  })

  it('names where a query cannot be parsed', async () => {
    const client = connect(await openTestLake())
    const failed = await rejectionOf(client.fetch('*[_type == '))
    expect(failed).toMatchObject({
      statusCode: 400,
      details: {
        type: 'queryParseError',
        query: '*[_type == ',
        start: expect.any(Number),
        end: expect.any(Number),
      },
    })
  })

  it('sees published documents by default from 2025-02-19 on, all before', async () => {
    const lake = await openTestLake()
    await connect(lake).create({_id: 'drafts.a', _type: 'note', title: 'draft'})
    await connect(lake).create({_id: 'a', _type: 'note', title: 'published'})
    const ask = async (version: string, more = '') => {
      const url = `${lake.url}/${version}/data/query/production?query=*%5B_type%3D%3D%22note%22%5D.title${more}`
      const response = await fetch(url, {headers: {authorization: 'Bearer admin-token'}})
      const body: {result: string[]} = await response.json()
      return body.result.toSorted()
    }
    expect(await ask('v2025-02-19')).toEqual(['published'])
    expect(await ask('vX')).toEqual(['published'])
    expect(await ask('v2021-03-25')).toEqual(['draft', 'published'])
    expect(await ask('v1')).toEqual(['draft', 'published'])
    expect(await ask('v2025-02-19', '&perspective=drafts')).toEqual(['draft'])
  })

  it('keeps datasets apart', async () => {
    const lake = await openTestLake()
    await connect(lake).datasets.create('second', {aclMode: 'private'})
    const second = connect(lake, {dataset: 'second'})
    await second.create({_id: 'a', _type: 'note', where: 'second'})
    await connect(lake).create({_id: 'a', _type: 'note', where: 'first'})
    expect(await second.fetch('*[]{where}')).toEqual([{where: 'second'}])
    expect(await connect(lake).fetch('*[]{where}')).toEqual([{where: 'first'}])
    expect(await rejectionOf(connect(lake, {dataset: 'none'}).fetch('*'))).toMatchObject({
      statusCode: 404,
    })
  })
})
