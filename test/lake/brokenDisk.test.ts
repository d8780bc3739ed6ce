import {execFileSync, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {makeDirectory, run, startLake} from './lakeProcess.ts'
import {adminToken, cleanUp, connect, rejectionOf} from './lakeRig.ts'

/** File systems as the machine has them: a small one that is full, one that takes no more writes, one mounted for reading only. */
const canMount = tryIt((directory) => {
  mountSmall(directory, '1m')
  execFileSync('umount', [directory])
})
const canFreeze = tryIt((directory) => {
  writeFileSync(join(directory, 'a'), '')
  freeze(directory, true)
  freeze(directory, false)
})
if (!canMount) console.info('Full and read-only file systems skipped: this user may not mount any')
if (!canFreeze) console.info('Disk that fails under the lake skipped: no chattr +i here')

function tryIt(work: (directory: string) => void): boolean {
  const directory = makeDirectory()
  try {
    work(directory)
    return true
  } catch {
    return false
  }
}

function mountSmall(directory: string, size: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', directory], {stdio: 'pipe'})
}

/** From now on the system refuses every write to the files of the directory and every new name in it. */
function freeze(directory: string, isFrozen: boolean): void {
  const paths = [...readdirSync(directory).map((name) => join(directory, name)), directory]
  execFileSync('chattr', [isFrozen ? '+i' : '-i', ...paths], {stdio: 'pipe'})
}

const argsOf = (directory: string) => ['--port', '0', '--data', directory, '--token', adminToken]
const text = 'x'.repeat(20_000)

const write = (client: SanityClient, id: string) =>
  client
    .transaction()
    .create({_id: `${id}-a`, _type: 'note', text})
    .create({_id: `${id}-b`, _type: 'note', text})
    .commit()

/** Writes until the lake refuses; the ids of what it acknowledged. */
async function writeUntilRefused(client: SanityClient) {
  const kept: string[] = []
  for (let n = 0; n < 500; n += 1) {
    try {
      await write(client, `n${n}`)
    } catch (error) {
      return {kept: kept.toSorted(), error}
    }
    kept.push(`n${n}-a`, `n${n}-b`)
  }
  throw new Error('The disk never filled up.')
}

const stored = (client: SanityClient) => client.fetch<string[]>('*[_type == "note"]._id | order(@)')

describe('a lake', () => {
  it.skipIf(!canMount)(
    'on a file system that is full answers writes with 5xx, keeps nothing of them, answers reads, and goes on when there is room',
    async () => {
      const directory = makeDirectory()
      mountSmall(directory, '6m')
      cleanUp(() => void spawnSync('umount', ['-l', directory]))
      writeFileSync(join(directory, 'filler'), Buffer.alloc(2_000_000))
      const lake = await startLake(argsOf(directory))
      const client = connect(lake)
      const {kept, error} = await writeUntilRefused(client)
      expect(kept.length).toBeGreaterThan(10)
      expect(error).toMatchObject({
        statusCode: 500,
        message: expect.stringContaining('could not write to its disk'),
      })
      expect(await rejectionOf(write(client, 'none'))).toMatchObject({statusCode: 500})
      expect(await stored(client)).toEqual(kept)
      expect(await client.getDocument('none-a')).toBeUndefined()

      rmSync(join(directory, 'filler'))
      await write(client, 'zz')
      lake.process.kill('SIGKILL')
      await once(lake.process, 'exit')
      expect(await stored(connect(await startLake(argsOf(directory))))).toEqual([
        ...kept,
        'zz-a',
        'zz-b',
      ])
    },
  )

  it.skipIf(!canFreeze)(
    'whose files can no longer be written answers every write with 5xx and every read, and goes on when they can',
    async () => {
      const directory = makeDirectory()
      cleanUp(() => freeze(directory, false))
      const lake = await startLake(argsOf(directory))
      const client = connect(lake)
      await write(client, 'before')
      await client.fetch('count(*)')
      freeze(directory, true)
      const settings = {method: 'PUT', url: '/users/me/keyvalue', body: [{key: 'a', value: 1}]}
      for (const attempt of [
        () => write(client, 'none'),
        () => client.patch('before-a').set({text: 'changed'}).commit(),
        () => client.delete('before-b'),
        () =>
          client.action({
            actionType: 'sanity.action.document.create',
            publishedId: 'p',
            attributes: {_id: 'drafts.p', _type: 'note'},
            ifExists: 'fail',
          }),
        () => client.assets.upload('file', Buffer.from('text'), {filename: 'a.txt'}),
        () => client.request(settings),
        () => client.datasets.create('more'),
      ])
        expect(await rejectionOf(attempt())).toMatchObject({statusCode: 500})
      expect(await stored(client)).toEqual(['before-a', 'before-b'])
      expect(await client.getDocument('before-a')).toMatchObject({text})
      expect(await client.datasets.list()).toHaveLength(1)

      freeze(directory, false)
      await write(client, 'later')
      expect(await client.request(settings)).toEqual(settings.body)
      lake.process.kill('SIGKILL')
      await once(lake.process, 'exit')
      const again = connect(await startLake(argsOf(directory)))
      expect(await stored(again)).toEqual(['before-a', 'before-b', 'later-a', 'later-b'])
    },
  )

  it('whose file cannot be read says so with 5xx, and answers again when it can', async () => {
    const directory = makeDirectory()
    const first = await startLake(argsOf(directory))
    for (let n = 0; n < 20; n += 1) await write(connect(first), `n${n}`)
    first.process.kill('SIGTERM')
    await once(first.process, 'exit')
    const file = join(directory, 'lake.sqlite')
    const content = readFileSync(file)

    const lake = await startLake(argsOf(directory))
    const client = connect(lake)
    writeFileSync(file, content.subarray(0, 20_000))
    for (const query of ['count(*)', '*[_id == "n1-a"]', '*[_type == "note"] | order(_id)'])
      expect(await rejectionOf(client.fetch(query))).toMatchObject({
        statusCode: 500,
        message: expect.stringContaining('could not read from its disk'),
      })
    writeFileSync(file, content)
    expect(await stored(client)).toHaveLength(40)
    await write(client, 'later')
    expect(await stored(client)).toHaveLength(42)
  })

  it.skipIf(!canMount)(
    'on a file system for reading only says so, exits and leaves it as it was',
    async () => {
      const [directory, readOnly] = [makeDirectory(), makeDirectory()]
      const data = join(directory, 'data')
      mkdirSync(data)
      const lake = await startLake(argsOf(data))
      await write(connect(lake), 'a')
      lake.process.kill('SIGKILL')
      await once(lake.process, 'exit')
      const before = readdirSync(data).toSorted()
      execFileSync('mount', ['--bind', data, readOnly])
      cleanUp(() => void spawnSync('umount', ['-l', readOnly]))
      execFileSync('mount', ['-o', 'remount,bind,ro', readOnly])
      const child = run(argsOf(readOnly))
      let errors = ''
      child.stderr.on('data', (part: Buffer) => (errors += part.toString()))
      const [code] = await once(child, 'close')
      expect(code).toBe(1)
      expect(errors).toContain('cannot hold the lake')
      expect(errors).not.toMatch(/\bat .*\d+:\d+/)
      expect(readdirSync(data).toSorted()).toEqual(before)
    },
  )
})
