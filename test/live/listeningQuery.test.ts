import './installDom.ts'
import type {SanityClient} from '@sanity/client'
import {dequal} from 'dequal'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import {observeListeningQuery} from '../../plugin/live/listeningQuery.ts'
import type {ListeningQuery} from '../../plugin/live/listeningQuery.ts'
import type {QueryState} from '../../plugin/live/observeQuery.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {startProxiedLake} from './proxiedLake.ts'
import type {ProxiedLake} from './proxiedLake.ts'
import {pick, randomChange, randomQuery} from './randomQueries.ts'

const seed = newSeed()
const rounds = sized(1, 30)
const BURSTS = 20
const QUERIES = 40

/** What goes wrong while a burst of writes is under way. */
type Trouble = 'none' | 'disorder' | 'failing' | 'cut' | 'lost'

/** Those that take seconds to get over come once a round. */
function troubleOf(burst: number, random: () => number): Trouble {
  if (burst === 6) return 'failing'
  if (burst === 12) return 'cut'
  return burst === BURSTS - 1 ? 'lost' : pick(random, ['none', 'disorder', 'disorder'])
}

let rig: ProxiedLake

beforeEach(async () => {
  rig = await startProxiedLake()
})
afterEach(() => rig.close())

describe('a listening query', () => {
  it(`shows at every quiet moment what a fresh fetch shows: ${rounds} ×  ${QUERIES} random queries and ${BURSTS} bursts of writes, with events doubled, out of order and lost, cuts and failed fetches (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats the schedule`)
    const random = createRandom(seed)
    // on their own: how often they are asked is a matter of timing, and the writes must not depend on it
    const faults = createRandom(seed + 1)
    const client = rig.client()
    const store = createShopStore({client})
    await store.ready
    for (let round = 0; round < rounds; round++) {
      const open = Array.from({length: QUERIES}, () => openQuery(client, randomQuery(random)))
      await expectFresh(open, `seed ${seed}, round ${round}, at first`)
      for (let burst = 0; burst < BURSTS; burst++) {
        const trouble = troubleOf(burst, random)
        await writeBurst(trouble, random, faults)
        await expectFresh(
          open,
          `seed ${seed}, round ${round}, burst ${burst} (${trouble})`,
          trouble,
        )
      }
      for (const {close} of open) close()
    }
    store.destroy()
    await expect.poll(() => rig.proxy.listening(), {timeout: 10_000}).toBe(0)
  })
})

function openQuery(client: SanityClient, request: ListeningQuery) {
  let last: QueryState | undefined
  const subscription = observeListeningQuery(client, request).subscribe((state) => (last = state))
  return {request, state: () => last, close: () => subscription.unsubscribe()}
}

type OpenQuery = ReturnType<typeof openQuery>

/** A few transactions, some close together and some further apart than a query rests between fetches. */
async function writeBurst(
  trouble: Trouble,
  random: () => number,
  faults: () => number,
): Promise<void> {
  const writes = randomInteger(random, 1, 4)
  const damage = {random: faults, drop: trouble === 'lost' ? 0.5 : 0, duplicate: 0.3, delay: 150}
  if (trouble === 'disorder' || trouble === 'lost') rig.proxy.setFaults(damage)
  if (trouble === 'failing') rig.proxy.refuseRequests(() => (faults() < 0.4 ? 500 : undefined))
  for (let write = 0; write < writes; write++) {
    await randomWrite(rig.lake, random)
    if (trouble === 'cut' && random() < 0.5) rig.proxy.cut()
    await pause(random() < 0.5 ? random() * 20 : random() * 300)
  }
  rig.proxy.setFaults(undefined)
  rig.proxy.refuseRequests(() => undefined)
}

/** Part of the schedule: writes come when they come. */
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Nothing is written any more: sooner or later every query shows what the lake holds, and no error. */
async function expectFresh(
  open: readonly OpenQuery[],
  moment: string,
  trouble: Trouble = 'none',
): Promise<void> {
  const wanted = await Promise.all(
    open.map(async (query) => ({...query, fresh: await fetchFresh(query.request)})),
  )
  const stale = () => {
    // found out when someone comes back, which counts once in a few seconds
    if (trouble === 'lost') window.dispatchEvent(new Event('focus'))
    return wanted.flatMap(({request, state, fresh}) => {
      const shown = state()
      const isFresh = shown?.error === undefined && dequal(shown?.data, fresh)
      return isFresh ? [] : [{...request, shown, fresh}]
    })
  }
  await expect.poll(stale, {timeout: 15_000, message: moment}).toEqual([])
}

function fetchFresh({query, params = {}, options = {}}: ListeningQuery): Promise<unknown> {
  const {perspective = 'published'} = options
  return rig.lake.client().fetch<unknown>(query, {...params}, {perspective})
}

async function randomWrite(from: TestLake, random: () => number): Promise<void> {
  const transaction = from.client().transaction()
  for (let left = randomInteger(random, 1, 3); left > 0; left--) {
    const {id, after} = randomChange(random)
    // a document that is replaced keeps its type, one that is deleted and created need not
    if (after === null || id.startsWith('x')) transaction.delete(id)
    if (after !== null) transaction.createOrReplace({...after, _id: id})
  }
  await transaction.commit({visibility: 'async'})
}
