import {once} from 'node:events'
import {describe, expect, it} from 'vitest'
import {sized} from '../rig/size.ts'
import {takeFreePort} from '../rig/takeFreePort.ts'
import {makeDirectory, run, startLake} from './lakeProcess.ts'
import {adminToken, connect, record, viewerToken} from './lakeRig.ts'

describe('the command npm run lake', () => {
  it('answers once it says so, to each token by its role', async () => {
    const lake = await startLake(
      [
        '--port',
        '0',
        '--data',
        ':memory:',
        '--token',
        adminToken,
        '--viewer-token',
        viewerToken,
        '--role-token',
        'editor:e',
        '--dataset',
        'one',
        '--dataset',
        'two:public',
        '--project',
        'shop',
      ],
      {LAKE_TOKEN: 'from-environment'},
    )
    const roleOf = async (token: string) => {
      const user: {role: string} = await connect(lake, {token}).request({url: '/users/me'})
      return user.role
    }
    expect(
      await Promise.all([adminToken, 'from-environment', viewerToken, 'e'].map(roleOf)),
    ).toEqual(['administrator', 'administrator', 'viewer', 'editor'])
    expect(
      (
        await connect(lake)
          .datasets.list()
          .catch(() => [])
      ).length,
    ).toBe(0)
    expect(await connect(lake).request({url: '/projects/shop/datasets'})).toMatchObject([
      {name: 'one', aclMode: 'private'},
      {name: 'two', aclMode: 'public'},
    ])
  })

  it('explains arguments it cannot use and exits with 2', async () => {
    for (const args of [
      ['--token', 'a b'],
      ['--port', 'x', '--token', 't'],
      ['--nonsense'],
      ['--data', ':memory:'],
      ['--token', 't', '--role-token', 'none'],
    ]) {
      const child = run(args, {LAKE_TOKEN: ''})
      const chunks: string[] = []
      child.stderr.on('data', (text: Buffer) => chunks.push(text.toString()))
      const [code] = await once(child, 'close')
      expect([args, code, chunks.join('')]).toEqual([
        args,
        2,
        expect.stringContaining('Usage: npm run lake'),
      ])
    }
  })

  it('ends on SIGTERM in order and leaves data that opens again', async () => {
    const args = ['--port', '0', '--data', makeDirectory(), '--token', adminToken]
    const first = await startLake(args)
    await connect(first).create({_id: 'a', _type: 'note'})
    first.process.kill('SIGTERM')
    expect(await once(first.process, 'exit')).toEqual([0, null])
    expect(await connect(await startLake(args)).getDocument('a')).toMatchObject({_id: 'a'})
  })

  it('killed in the middle of writes loses nothing acknowledged, and its listeners recover', async () => {
    const port = await takeFreePort()
    const args = ['--port', String(port), '--data', makeDirectory(), '--token', adminToken]
    let lake = await startLake(args)
    const client = connect(lake)
    const heard = record(
      client.listen(
        '*[_type == "note"]',
        {},
        {
          events: ['welcome', 'welcomeback', 'reset', 'reconnect', 'mutation'],
          enableResume: true,
          includeResult: false,
        },
      ),
    )
    await heard.until(({type}) => type === 'welcome')
    const acknowledged: string[] = []
    const sent: string[] = []
    for (let round = 0; round < sized(3, 30); round++) {
      const writers = Array.from({length: 8}, async (_, writer) => {
        for (let n = 0; ; n++) {
          const ids = [`r${round}-w${writer}-${n}-a`, `r${round}-w${writer}-${n}-b`]
          sent.push(...ids)
          const transaction = client.transaction()
          for (const id of ids) transaction.create({_id: id, _type: 'note'})
          try {
            await transaction.commit({visibility: 'async'})
          } catch {
            return
          }
          acknowledged.push(...ids)
        }
      })
      const enough = acknowledged.length + 40
      while (acknowledged.length < enough) await new Promise((resolve) => setImmediate(resolve))
      lake.process.kill('SIGKILL')
      await once(lake.process, 'exit')
      await Promise.all(writers)
      lake = await startLake(args)
      const stored: string[] = await client.fetch('*[_type == "note"]._id')
      const there = new Set(stored)
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
      expect(stored.filter((id) => !sent.includes(id))).toEqual([])
      expect(
        stored.filter(
          (id) => !there.has(id.replace(/-[ab]$/, '-a')) || !there.has(id.replace(/-[ab]$/, '-b')),
        ),
      ).toEqual([])
    }
    await client.create({_id: 'last', _type: 'note'})
    await heard.until((event) => event.type === 'mutation' && event.documentId === 'last')
    const heardIds = heard.events.flatMap((event) =>
      event.type === 'mutation' ? [event.documentId] : [],
    )
    const stored: string[] = await client.fetch('*[_type == "note"]._id')
    expect(new Set(heardIds)).toEqual(new Set(stored))
    expect(heardIds).toHaveLength(stored.length)
    const greetings = new Set(
      heard.events.map(({type}) => type).filter((type) => type !== 'reconnect'),
    )
    expect(greetings).toEqual(new Set(['welcome', 'welcomeback', 'mutation']))
  })
})
