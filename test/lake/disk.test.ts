import {execFileSync, spawnSync} from 'node:child_process'
import {ClientError, ServerError} from '@sanity/client'
import {expect, it} from 'vitest'
import {type LakeProcess, makeDirectory, startLake} from './lakeProcess.ts'
import {adminToken, connect, rejectionOf} from './lakeRig.ts'

const hasLimits = spawnSync('prlimit', ['--version']).status === 0
if (!hasLimits) console.info('Full disk skipped: this machine has no prlimit')

/** From now on no file of the lake may grow beyond so many bytes: what a full disk is to it. */
function limitFiles({process}: LakeProcess, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${process.pid}`, `--fsize=${bytes}:unlimited`])
}

it.skipIf(!hasLimits)(
  'on a full disk the lake refuses writes with 5xx, keeps nothing of them, answers reads, and goes on when there is room',
  async () => {
    const args = ['--port', '0', '--data', makeDirectory(), '--token', adminToken]
    const lake = await startLake(args)
    const client = connect(lake)
    const text = 'x'.repeat(20_000)
    const write = (id: string) =>
      client
        .transaction()
        .create({_id: `${id}-a`, _type: 'note', text})
        .create({_id: `${id}-b`, _type: 'note', text})
        .commit()
    const ids = (from: number, to: number) =>
      Array.from({length: to - from}, (_, n) => `n${from + n}`).flatMap((id) => [
        `${id}-a`,
        `${id}-b`,
      ])
    const stored = () => client.fetch<string[]>('*[_type == "note"]._id')

    for (let n = 0; n < 10; n += 1) await write(`n${n}`)
    limitFiles(lake, 600_000)
    let written = 10
    let failure: unknown = null
    for (; written < 100; written += 1) {
      failure = await write(`n${written}`).then(
        () => null,
        (error: unknown) => error,
      )
      if (failure !== null) break
    }
    expect(failure).toBeInstanceOf(ServerError)
    expect(failure).toMatchObject({
      statusCode: 500,
      message: expect.stringContaining('could not write to its disk; nothing'),
    })
    limitFiles(lake, 0)
    expect(await rejectionOf(write('none'))).toMatchObject({statusCode: 500})
    const upload = client.assets.upload('file', Buffer.from('text'), {filename: 'a.txt'})
    expect(await rejectionOf(upload)).toMatchObject({statusCode: 500})
    expect((await stored()).toSorted()).toEqual(ids(0, written).toSorted())
    expect(await client.getDocument('none-a')).toBeUndefined()
    expect(await rejectionOf(client.create({_id: 'n0-a', _type: 'note'}))).toBeInstanceOf(
      ClientError,
    )

    limitFiles(lake, 'unlimited')
    await write('later')
    lake.process.kill('SIGKILL')
    const again = connect(await startLake(args))
    const kept = await again.fetch<string[]>('*[_type == "note"]._id')
    expect(kept.toSorted()).toEqual([...ids(0, written), 'later-a', 'later-b'].toSorted())
  },
)
