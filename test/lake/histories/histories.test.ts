import {once} from 'node:events'
import type {SanityClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {createRandom} from '../../operations/random.ts'
import {sized} from '../../rig/size.ts'
import {takeFreePort} from '../../rig/takeFreePort.ts'
import {makeDirectory, startLake} from '../lakeProcess.ts'
import {adminToken, connect, record} from '../lakeRig.ts'
import {type Append, checkListAppend} from './listAppend.ts'

const seed = Number(process.env['HISTORY_SEED'] ?? Date.now() % 1_000_000)
console.info(`HISTORY_SEED=${seed}`)

const kills = sized(2, 60)
const clientCount = 12

interface Run {
  isOver: () => boolean
  /** Resolves when the lake is up that is being started, if any. */
  untilUp: () => Promise<void>
}

/** Runs the clients until the lake was killed often enough; after each kill it starts again. */
async function underKills(
  begin: (client: SanityClient) => Promise<void>,
  work: (client: SanityClient, n: number, run: Run) => Promise<void>,
): Promise<SanityClient> {
  const args = ['--port', String(await takeFreePort()), '--data', makeDirectory()]
  const start = () => startLake([...args, '--token', adminToken])
  let lake = await start()
  const client = connect(lake)
  await begin(client)
  let isOver = false
  let up = Promise.resolve()
  const run: Run = {isOver: () => isOver, untilUp: () => up}
  const workers = Array.from({length: clientCount}, (_, n) => work(client, n, run))
  for (let kill = 0; kill < kills; kill += 1) {
    // In turn: each kill is of a lake that some transactions were written to.
    await record(client.listen('*', {}, {events: ['mutation']})).until(() => true)
    const restart = async () => {
      lake.process.kill('SIGKILL')
      await once(lake.process, 'exit')
      lake = await start()
    }
    up = restart()
    await up
  }
  isOver = true
  await Promise.all(workers)
  return client
}

const isRefusal = (error: unknown) =>
  error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500

describe('histories of many clients and a lake that is killed', () => {
  it('list-append: one order fits all that was answered and all that stands there', async () => {
    const keys = ['a', 'b', 'c', 'd', 'e']
    const history: Append[] = []
    let clock = 0
    const random = createRandom(seed)
    const append = async (client: SanityClient, value: string) => {
      const chosen = keys.filter(() => random() < 0.4)
      const transaction = client.transaction()
      for (const key of chosen) {
        transaction.patch(key, (patch) => patch.insert('after', 'list[-1]', [value]))
      }
      const asked = (clock += 1)
      const line = {value, keys: chosen, asked}
      try {
        const documents = await transaction.commit<{list: string[]}>({returnDocuments: true})
        const shown = Object.fromEntries(documents.map(({_id: id, list}) => [id, list]))
        history.push({...line, answered: (clock += 1), outcome: 'done', shown})
      } catch (error) {
        const outcome = isRefusal(error) ? 'refused' : 'unknown'
        const answered = outcome === 'refused' ? (clock += 1) : null
        history.push({...line, answered, outcome, shown: {}})
      }
    }
    const client = await underKills(
      async (first) => {
        const transaction = first.transaction()
        for (const id of keys) transaction.create({_id: id, _type: 'list', list: []})
        await transaction.commit()
      },
      async (each, n, {isOver, untilUp}) => {
        for (let count = 0; !isOver(); count += 1) {
          await append(each, `${n}-${count}`)
          await untilUp()
        }
      },
    )
    const lists = await client.fetch<{_id: string; list: string[]}[]>('*[_type == "list"]')
    const final = Object.fromEntries(lists.map(({_id: id, list}) => [id, list]))
    const done = history.filter(({outcome}) => outcome === 'done').length
    console.info(`list-append: ${done} of ${history.length} acknowledged, ${kills} kills`)
    expect(checkListAppend(history, final)).toEqual([])
    expect(done).toBeGreaterThan(kills)
  })

  it('bank: nobody ever sees money appear or vanish', async () => {
    const accounts = Array.from({length: 8}, (_, n) => `account-${n}`)
    const total = accounts.length * 100
    const random = createRandom(seed)
    const pick = () => accounts[Math.floor(random() * accounts.length)] ?? ''
    const sums = new Set<number>()
    const look = async (client: SanityClient) => {
      sums.add(await client.fetch<number>('math::sum(*[_type == "account"].balance)'))
      const read = await client.getDocuments<{balance: number}>(accounts)
      sums.add(read.reduce((sum, account) => sum + (account?.balance ?? 0), 0))
    }
    let moved = 0
    const transfer = async (client: SanityClient) => {
      const [from, to] = [pick(), pick()]
      const amount = 1 + Math.floor(random() * 20)
      const source = await client.getDocument<{balance: number}>(from)
      if (source === undefined || source.balance < amount || from === to) return
      await client
        .transaction()
        .patch(from, (patch) => patch.dec({balance: amount}).ifRevisionId(source._rev))
        .patch(to, (patch) => patch.inc({balance: amount}))
        .commit()
      moved += 1
    }
    const client = await underKills(
      async (first) => {
        const transaction = first.transaction()
        for (const id of accounts) transaction.create({_id: id, _type: 'account', balance: 100})
        await transaction.commit()
      },
      async (each, n, {isOver, untilUp}) => {
        while (!isOver()) {
          await (n < 3 ? look(each) : transfer(each)).catch(expectFailure)
          await untilUp()
        }
      },
    )
    await look(client)
    const lowest = await client.fetch<number>('math::min(*[_type == "account"].balance)')
    console.info(`bank: ${moved} transfers acknowledged, ${kills} kills`)
    expect([...sums]).toEqual([total])
    expect(lowest).toBeGreaterThanOrEqual(0)
    expect(moved).toBeGreaterThan(0)
  })
})

/** A lost race or a lake that is down just now; anything else is a fault of the test. */
function expectFailure(error: unknown): void {
  const isDown = error instanceof Error && !('statusCode' in error)
  const isRace = error instanceof Error && 'statusCode' in error && error.statusCode === 409
  if (!isDown && !isRace) throw error
}
