import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, cleanUp, connect, openTestLake} from './lakeRig.ts'
import {openStream} from './rawStream.ts'

const everything = 'query=*%5B_type%3D%3D%22note%22%5D&enableResume=true'

const open = (lake: Lake, lastEventId?: string, query = everything) =>
  openStream(`${lake.url}/v2025-02-19/data/listen/production?${query}`, {
    authorization: `Bearer ${adminToken}`,
    ...(lastEventId === undefined ? {} : {'last-event-id': lastEventId}),
  })

describe('a listener that was cut off', () => {
  it('is welcomed back and gets exactly what it missed, also inside a transaction', async () => {
    const lake = await openTestLake()
    const client = connect(lake)
    const first = await open(lake)
    await first.next('welcome')
    await client
      .transaction()
      .create({_id: 'a', _type: 'note'})
      .create({_id: 'b', _type: 'note'})
      .create({_id: 'c', _type: 'note'})
      .commit()
    const {id} = await first.next('mutation')
    first.close()
    await client.create({_id: 'other', _type: 'other'})
    await client.create({_id: 'd', _type: 'note'})

    const second = await open(lake, id)
    await second.next('welcomeback')
    await client.create({_id: 'e', _type: 'note'})
    const seen = [
      await second.next(),
      await second.next(),
      await second.next(),
      await second.next(),
    ]
    expect(seen.map(({data}) => data.documentId)).toEqual(['b', 'c', 'd', 'e'])
    expect(seen[0]?.data).toMatchObject({transactionTotalEvents: 3, transactionCurrentEvent: 1})
  })

  it('resumes from its welcome when it heard nothing else', async () => {
    const lake = await openTestLake()
    const first = await open(lake)
    const {id} = await first.next('welcome')
    first.close()
    await connect(lake).create({_id: 'a', _type: 'note'})
    const second = await open(lake, id)
    await second.next('welcomeback')
    expect((await second.next('mutation')).data.documentId).toBe('a')
  })

  it('resumes after the lake was restarted', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lake-resume-'))
    cleanUp(() => rmSync(directory, {recursive: true, force: true}))
    const before = await openTestLake({directory})
    const first = await open(before)
    await first.next('welcome')
    await connect(before).create({_id: 'a', _type: 'note'})
    const {id} = await first.next('mutation')
    await connect(before).create({_id: 'b', _type: 'note'})
    await before.close()
    const after = await openTestLake({directory})
    const second = await open(after, id)
    await second.next('welcomeback')
    expect((await second.next('mutation')).data.documentId).toBe('b')
  })

  it('starts over with reset when its place is of another lake', async () => {
    const [lake, other] = [await openTestLake(), await openTestLake()]
    const {id} = await (await open(other)).next('welcome')
    expect((await (await open(lake, id)).next()).event).toBe('reset')
  })

  it('is welcomed like a new one when it did not ask to resume', async () => {
    const lake = await openTestLake()
    const {id} = await (await open(lake)).next('welcome')
    const second = await open(lake, id, 'query=*')
    expect((await second.next()).event).toBe('welcome')
  })

  it('is told to reconnect when the lake shuts down', async () => {
    const lake = await openTestLake()
    const stream = await open(lake)
    await stream.next('welcome')
    const closed = lake.close()
    expect((await stream.next()).event).toBe('reconnect')
    await closed
  })
})
