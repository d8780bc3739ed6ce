import type {MutationEvent} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {type ClientOptions, connect, openTestLake, record} from './lakeRig.ts'

interface ListenTest extends ClientOptions {
  includeResult?: boolean
  includePreviousRevision?: boolean
  includeMutations?: boolean
  includeAllVersions?: boolean
  effectFormat?: 'mendoza'
}

/** Listens and waits for the welcome. */
async function listen(lake: Lake, query: string, options: ListenTest = {}) {
  const {token, dataset, apiVersion, ...listenOptions} = options
  const client = connect(lake, {
    ...('token' in options ? {token} : {}),
    ...(dataset === undefined ? {} : {dataset}),
    ...(apiVersion === undefined ? {} : {apiVersion}),
  })
  const recording = record(
    client.listen(query, {}, {...listenOptions, events: ['welcome', 'mutation']}),
  )
  await recording.until((event) => event.type === 'welcome')
  const mutations = () => recording.events.filter(isMutation)
  const untilDocument = async (id: string, revision?: string) => {
    const event = await recording.until(
      (each) =>
        isMutation(each) &&
        each.documentId === id &&
        (revision === undefined || each.transactionId === revision),
    )
    if (!isMutation(event)) throw new Error('no mutation')
    return event
  }
  return {recording, mutations, untilDocument}
}

const isMutation = (event: {type: string}): event is MutationEvent => event.type === 'mutation'

describe('a listener', () => {
  it('hears appear, update and disappear in the hosted shape', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const {untilDocument} = await listen(lake, '*[_type == "note" && done != true]', {
      includePreviousRevision: true,
    })
    const commit = (id: string, change: ReturnType<typeof client.patch>) =>
      client.transaction().patch(change).transactionId(id).commit()
    await client.transaction().create({_id: 'a', _type: 'note', n: 1}).transactionId('t1').commit()
    await commit('t2', client.patch('a').set({n: 2}))
    await commit('t3', client.patch('a').set({done: true}))
    await commit('t4', client.patch('a').unset(['done']))
    await client.transaction().delete('a').transactionId('t5').commit()

    const stored = {
      _id: 'a',
      _type: 'note',
      _createdAt: expect.any(String),
      _updatedAt: expect.any(String),
    }
    const shared = {
      type: 'mutation',
      documentId: 'a',
      identity: 'administrator',
      timestamp: expect.any(String),
      visibility: 'query',
      transactionTotalEvents: 1,
      transactionCurrentEvent: 0,
    }
    expect(await untilDocument('a', 't1')).toEqual({
      ...shared,
      eventId: 't1#a',
      transactionId: 't1',
      transition: 'appear',
      mutations: [{create: expect.objectContaining({_id: 'a', n: 1})}],
      previous: null,
      resultRev: 't1',
      result: {...stored, _rev: 't1', n: 1},
    })
    expect(await untilDocument('a', 't2')).toEqual({
      ...shared,
      eventId: 't2#a',
      transactionId: 't2',
      transition: 'update',
      mutations: [{patch: {id: 'a', set: {n: 2}}}],
      previousRev: 't1',
      previous: {...stored, _rev: 't1', n: 1},
      resultRev: 't2',
      result: {...stored, _rev: 't2', n: 2},
    })
    expect(await untilDocument('a', 't3')).toMatchObject({transition: 'disappear', resultRev: 't3'})
    expect(await untilDocument('a', 't4')).toMatchObject({transition: 'appear', previousRev: 't3'})
    const gone = await untilDocument('a', 't5')
    expect(gone).toMatchObject({
      transition: 'disappear',
      previousRev: 't4',
      // The Studio puts events in order by their revisions, a deletion too, and waits 30 s for one that has none.
      resultRev: 't5',
      mutations: [{delete: {id: 'a'}}],
    })
    expect(gone).not.toHaveProperty('result')
  })

  it('counts only the matching documents of a transaction and gives each its own mutations', async () => {
    const lake = await openTestLake()
    const {mutations, untilDocument} = await listen(lake, '*[_type == "note"]')
    await connect(lake)
      .transaction()
      .create({_id: 'a', _type: 'note'})
      .create({_id: 'x', _type: 'other'})
      .create({_id: 'b', _type: 'note'})
      .patch('a', (patch) => patch.set({n: 1}))
      .transactionId('t1')
      .commit()
    await untilDocument('b')
    expect(
      mutations().map(
        ({documentId, transactionTotalEvents, transactionCurrentEvent, mutations: own}) => ({
          documentId,
          transactionTotalEvents,
          transactionCurrentEvent,
          kinds: own.map((each) => Object.keys(each)[0]),
        }),
      ),
    ).toEqual([
      {
        documentId: 'a',
        transactionTotalEvents: 2,
        transactionCurrentEvent: 0,
        kinds: ['create', 'patch'],
      },
      {documentId: 'b', transactionTotalEvents: 2, transactionCurrentEvent: 1, kinds: ['create']},
    ])
  })

  it('leaves out what was not asked for', async () => {
    const lake = await openTestLake()
    const {untilDocument} = await listen(lake, '*', {includeResult: false, includeMutations: false})
    await connect(lake).create({_id: 'a', _type: 'note'})
    const event = await untilDocument('a')
    for (const name of ['result', 'previous', 'mutations', 'effects'])
      expect(event).not.toHaveProperty(name)
  })

  it('sends effects that mendoza decodes, both ways, without _rev', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const before = await client.create({
      _id: 'a',
      _type: 'note',
      list: [{_key: 'x', n: 1}],
      gone: 1,
    })
    const {untilDocument} = await listen(lake, '*', {effectFormat: 'mendoza'})
    const after = await client.patch('a').set({'list[_key=="x"].n': 2}).unset(['gone']).commit()
    const {effects} = await untilDocument('a')
    const {_rev: _, ...plainBefore} = before
    const {_rev: __, ...plainAfter} = after
    expect(applyPatch(plainBefore, toPatch(effects?.apply))).toEqual(plainAfter)
    expect(applyPatch(plainAfter, toPatch(effects?.revert))).toEqual(plainBefore)
  })

  it('hears of drafts only when it asks for all versions, from 2025-02-19 on', async () => {
    const lake = await openTestLake()
    const newer = await listen(lake, '*')
    const all = await listen(lake, '*', {includeAllVersions: true})
    const older = await listen(lake, '*', {apiVersion: '2021-06-07'})
    const client = connect(lake)
    await client.create({_id: 'drafts.a', _type: 'note'})
    await client.create({_id: 'versions.r1.a', _type: 'note'})
    await client.create({_id: 'a', _type: 'note'})
    await Promise.all([newer, all, older].map((each) => each.untilDocument('a')))
    const idsOf = (each: typeof newer) => each.mutations().map(({documentId}) => documentId)
    expect(idsOf(newer)).toEqual(['a'])
    expect(idsOf(all)).toEqual(['drafts.a', 'versions.r1.a', 'a'])
    expect(idsOf(older)).toEqual(['drafts.a', 'versions.r1.a', 'a'])
  })

  it('hears of its own dataset only', async () => {
    const lake = await openTestLake()
    await connect(lake).datasets.create('second')
    const second = await listen(lake, '*', {dataset: 'second'})
    await connect(lake).create({_id: 'first', _type: 'note'})
    await connect(lake, {dataset: 'second'}).create({_id: 'second', _type: 'note'})
    await second.untilDocument('second')
    expect(second.mutations()).toHaveLength(1)
  })

  it('hears every transaction once and in order while many write', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const {mutations, untilDocument} = await listen(
      lake,
      '*[_type == "note" && string::startsWith(_id, "n")]',
    )
    await Promise.all(
      Array.from({length: 200}, (_, n) =>
        client.create({_id: `n${n}`, _type: 'note'}, {visibility: 'async'}),
      ),
    )
    await client.create({_id: 'n-last', _type: 'note'})
    await untilDocument('n-last')
    const ids = mutations().map(({documentId}) => documentId)
    expect(ids).toHaveLength(201)
    expect(new Set(ids).size).toBe(201)
    expect(ids.at(-1)).toBe('n-last')
  })

  it('is told of a bad query after it was opened', async () => {
    const lake = await openTestLake()
    const recording = record(connect(lake).listen('*[_type == ', {}, {events: ['welcome']}))
    await expect(recording.until(() => false)).rejects.toMatchObject({
      name: 'ChannelError',
      data: {error: {type: 'queryParseError', start: expect.any(Number)}},
    })
  })

  it('gets a comment now and then', async () => {
    const lake = await openTestLake({heartbeatMs: 20})
    const response = await fetch(`${lake.url}/v1/data/listen/production?query=*`, {
      headers: {authorization: 'Bearer admin-token'},
    })
    const reader = response.body?.getReader()
    let text = ''
    while (!text.includes('\n:\n')) text += new TextDecoder().decode((await reader?.read())?.value)
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    await reader?.cancel()
  })

  it('is refused when too many are open', async () => {
    const lake = await openTestLake({maxListeners: 1})
    await listen(lake, '*')
    const response = await fetch(`${lake.url}/v1/data/listen/production?query=*`, {
      headers: {authorization: 'Bearer admin-token'},
    })
    expect(response.status).toBe(429)
  })
})

const toPatch = (patch: unknown[] | undefined): (string | number)[] | never => {
  if (patch === undefined) throw new Error('The event has no effects.')
  return JSON.parse(JSON.stringify(patch))
}
