import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {LakeStoreError} from '../errors.ts'
import {openLakeStore} from './open.ts'
import {commit, openTestStore, read, temporaryDirectory} from './testStore.ts'

/** After how many acknowledgements each kill comes follows from it. */
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
const KILLS = process.env['TEST_SIZE'] === 'long' ? 300 : 5

/** Runs a writer until it acknowledged so many transactions, kills it with SIGKILL, and gives the acknowledged ids. */
async function writeAndKill(directory: string, acknowledgements: number): Promise<string[]> {
  const script = fileURLToPath(new URL('./crashWriter.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, directory],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = once(child, 'exit')
  const acknowledged: string[] = []
  for await (const line of createInterface({input: child.stdout})) {
    acknowledged.push(line)
    if (acknowledged.length === acknowledgements) child.kill('SIGKILL')
  }
  expect(await exited).toEqual([null, 'SIGKILL'])
  return acknowledged
}

describe('kill -9', () => {
  it(
    'loses nothing acknowledged, leaves nothing half done and no lock behind',
    async () => {
      const directory = temporaryDirectory()
      const acknowledged: string[] = []
      const delays = fc.sample(fc.integer({min: 1, max: 300}), {seed, numRuns: KILLS})
      for (const acknowledgements of delays) {
        acknowledged.push(...(await writeAndKill(directory, acknowledgements)))
        const store = openLakeStore({directory})
        const transactions = store
          .transactionsSince('shop', 0, 1_000_000)
          .filter(({changes}) => changes.length > 1)
        const ids = new Set(transactions.map(({transactionId}) => transactionId))
        expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
        const wanted = [...ids].flatMap((id) => [`bill.${id}`, `line.${id}`])
        expect(store.getDocuments('shop', wanted)).toHaveLength(wanted.length)
        expect(transactions.every(({changes}) => changes.length === 3)).toBe(true)
        expect(read(store, 'counter')).toMatchObject({n: ids.size})
        await store.close()
      }
      console.info(
        `KILL_SEED=${seed}: ${KILLS} kills, ${acknowledged.length} acknowledged transactions, none lost`,
      )
    },
    60_000 + KILLS * 10_000,
  )
})

describe('opening', () => {
  it('keeps everything over a restart and goes on with the next sequence', async () => {
    const directory = temporaryDirectory()
    const first = openLakeStore({directory})
    first.createDataset('shop', 'public')
    await commit(first, [{create: {_id: 'a', _type: 't'}}], {transactionId: 'tx-1'})
    await first.close()
    const second = openTestStore(directory)
    expect(read(second, 'a')).toMatchObject({_rev: 'tx-1'})
    expect(second.hasDataset('shop')).toBe(true)
    const {transaction} = await commit(second, [{patch: {id: 'a', set: {n: 1}}}])
    expect(transaction.sequence).toBe(2)
  })

  it('answers what was asked before close and refuses what comes after', async () => {
    const store = openLakeStore({directory: ':memory:'})
    store.createDataset('shop', 'private')
    const before = commit(store, [{create: {_id: 'a', _type: 't'}}])
    const closed = store.close()
    await expect(commit(store, [{create: {_id: 'b', _type: 't'}}])).rejects.toMatchObject({
      code: 'closed',
    })
    await expect(before).resolves.toMatchObject({results: [{id: 'a'}]})
    await closed
    await expect(commit(store, [])).rejects.toBeInstanceOf(LakeStoreError)
  })

  it('a directory that is in use is refused in words, by this process and by another', async () => {
    const directory = temporaryDirectory()
    openTestStore(directory)
    expect(() => openLakeStore({directory})).toThrow(
      `in use by another process (process ${process.pid})`,
    )
    const code = `import {openLakeStore} from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)}
      try { openLakeStore({directory: ${JSON.stringify(directory)}}) } catch (error) { process.exit(error.code === 'locked' ? 42 : 1) }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {stdio: 'ignore'})
    expect(await once(child, 'exit')).toEqual([42, null])
  })

  it('a directory that cannot be one is refused in words', () => {
    const file = join(temporaryDirectory(), 'file')
    writeFileSync(file, 'text')
    for (const directory of [file, join(file, 'below')]) {
      expect(() => openLakeStore({directory})).toThrow(
        expect.objectContaining({code: 'unusableDirectory'}),
      )
    }
  })

  it('a file of a newer version is refused and left as it is', async () => {
    const directory = temporaryDirectory()
    await openLakeStore({directory}).close()
    const file = join(directory, 'lake.sqlite')
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 99')
    database.close()
    expectRefusedAndKept(directory, 'newerVersion')
  })

  it('a database of another program is refused and left as it is', () => {
    const directory = temporaryDirectory()
    const database = new DatabaseSync(join(directory, 'lake.sqlite'))
    database.exec('CREATE TABLE theirs (n INTEGER)')
    database.close()
    expectRefusedAndKept(directory, 'foreignFile')
  })

  it('a file that is no database is refused and left as it is', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'lake.sqlite'), 'this is no database '.repeat(100))
    expectRefusedAndKept(directory, 'corrupt')
  })

  it('a damaged file is refused and left as it is', async () => {
    const directory = temporaryDirectory()
    const store = openLakeStore({directory})
    store.createDataset('shop', 'private')
    await commit(
      store,
      Array.from({length: 500}, (_, n) => ({
        create: {_id: `d${n}`, _type: 't', text: 'x'.repeat(200)},
      })),
    )
    await store.close()
    truncateSync(join(directory, 'lake.sqlite'), 30_000)
    expectRefusedAndKept(directory, 'corrupt')
  })

  function expectRefusedAndKept(directory: string, code: string): void {
    const file = join(directory, 'lake.sqlite')
    const before = readFileSync(file)
    for (const attempt of [1, 2]) {
      expect(() => openLakeStore({directory}), `attempt ${attempt}`).toThrow(
        expect.objectContaining({code, message: expect.stringContaining(file)}),
      )
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  }
})
