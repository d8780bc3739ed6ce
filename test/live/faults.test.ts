import './installDom.ts'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {dayOf} from '../../plugin/domain/calendar.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/createShopStore.ts'
import {boundsOn} from '../../plugin/live/shopCalendar.ts'
import {isInWorkingSet} from '../../plugin/live/workingSet.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {newSeed} from '../operations/random.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {randomShopWrite} from './randomShopWrite.ts'
import {createRandomWriter} from './randomWriter.ts'
import {sample} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'
import {comeBack, isRead, once, untilFresh} from './untilFresh.ts'
import {createRandom} from './virtualTime.ts'
import {watchTransactions} from './watchTransactions.ts'

const rounds = sized(6, 60)
const seed = newSeed()
const today = dayOf(new Date().toISOString(), 'UTC')

let lake: TestLake
let proxy: ListenProxy
let store: LiveShopStore

beforeEach(async () => {
  lake = await startTestLake()
  proxy = await startListenProxy(lake.url)
  store = createShopStore({
    client: createLakeClient({url: proxy.url, token: lake.token}, 'production'),
  })
  await store.ready
})

afterEach(async () => {
  store.destroy()
  await proxy.close()
  await lake.close()
})

describe('a real lake whose stream cuts, resets, doubles, disorders and loses events, and whose reads fail and lag', () => {
  it(`shows every transaction whole at every step, and equals a fresh load after each of ${rounds} storms (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const faulty = createRandom(seed + 1)
    const writer = createRandomWriter({
      client: lake.client,
      random,
      write: (next) => randomShopWrite(next, today),
    })
    const bounds = boundsOn(today, undefined, {})
    const watch = watchTransactions({
      store,
      history: writer.history,
      isHeld: (document) => isInWorkingSet(document, bounds),
    })
    for (let round = 0; round < rounds; round++) {
      proxy.setFaults({random: faulty, drop: 0.15, duplicate: 0.3, delay: 200})
      proxy.lagAnswers({random: faulty, upTo: 800})
      proxy.refuseRequests((path) => (isRead(path) && faulty() < 0.1 ? 503 : undefined))
      for (let index = 0; index < 25; index++) {
        await writer.commit(() => Promise.resolve())
        if (random() < 0.05) proxy.cut()
        if (random() < 0.03) proxy.reset()
      }
      proxy.setFaults(undefined)
      proxy.lagAnswers(undefined)
      proxy.refuseRequests(() => undefined)
      await untilFresh({
        store,
        client: lake.client(),
        heal: round % 2 === 0 ? comeBack : once(proxy.cut),
        message: `round ${round}, seed ${seed}`,
      })
    }
    expect(watch.found(), `seed ${seed}`).toEqual([])
    expect(watch.steps()).toBeGreaterThan(rounds)
    expect(proxy.dropped()).toBeGreaterThan(rounds)
  })

  it('an event lost without a cut is found by the chain of the next one', async () => {
    const client = lake.client()
    await client.create({_id: 'p1', ...sample.product('P1')})
    await untilSnapshot(store, ({products}) => products.has('p1'))
    let frames = 0
    proxy.setFaults({random: () => frames++, drop: 0.5, duplicate: 0, delay: 0})
    await client.patch('p1').set({name: 'lost'}).commit()
    await client.patch('p1').set({price: 7}).commit()
    const {products} = await untilSnapshot(store, (shown) => shown.products.get('p1')?.price === 7)
    expect(products.get('p1')?.name).toBe('lost')
    expect(store.getStatus().repairs).toBe(1)
    expect(proxy.listened()).toBe(1)
  })

  it.each(['focus', 'online'])(
    'an event lost without any other is found when the window comes back (%s)',
    async (wake) => {
      const client = lake.client()
      await client.create({_id: 'p1', ...sample.product('P1')})
      await untilSnapshot(store, ({products}) => products.has('p1'))
      const digests = () => proxy.queried('[0...$limit]{_id, _rev}')
      // the one a little after the start; the next would come by itself in a minute
      await expect.poll(digests, {timeout: 10_000}).toBeGreaterThan(0)
      const before = digests()
      proxy.setFaults({random: () => 0, drop: 1, duplicate: 0, delay: 0})
      await client.patch('p1').set({name: 'lost'}).commit()
      await expect.poll(proxy.dropped, {timeout: 10_000}).toBe(1)
      proxy.setFaults(undefined)
      expect(store.getSnapshot().products.get('p1')?.name).toBe('P1')
      expect(digests()).toBe(before)
      window.dispatchEvent(new Event(wake))
      await untilSnapshot(store, ({products}) => products.get('p1')?.name === 'lost')
      expect(store.getStatus()).toMatchObject({name: 'live', repairs: 1, resyncs: 0})
    },
  )
})
