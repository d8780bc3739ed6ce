import './installDom.ts'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {newSeed} from '../operations/random.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {sample} from './sampleDocuments.ts'
import {createStorms, openProxiedStore} from './storm.ts'
import type {ProxiedStore} from './storm.ts'
import {untilSnapshot} from './untilSnapshot.ts'

const rounds = sized(6, 60)
const seed = newSeed()

let lake: TestLake
let shown: ProxiedStore

beforeEach(async () => {
  lake = await startTestLake()
  shown = await openProxiedStore(lake)
})
afterEach(async () => {
  await shown.close()
  await lake.close()
})

describe('a real lake whose stream cuts, resets, doubles, disorders and loses events, and whose reads fail and lag', () => {
  it(`shows every transaction whole at every step, and equals a fresh load after each of ${rounds} storms (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const storms = createStorms(shown, seed)
    for (let round = 0; round < rounds; round++) {
      storms.begin({drop: 0.15, duplicate: 0.3, delay: 200})
      for (let write = 0; write < 25; write++) await storms.write()
      await storms.end(round)
    }
    expect(storms.found(), `seed ${seed}`).toEqual([])
    expect(storms.steps()).toBeGreaterThan(rounds)
    // none while a link that was cut comes back, which takes longer than what is left of a storm
    expect(shown.proxy.dropped()).toBeGreaterThan(0)
  })

  it('an event lost without a cut is found by the chain of the next one', async () => {
    const {proxy, store} = shown
    const client = lake.client()
    await client.create({_id: 'p1', ...sample.product('P1')})
    await untilSnapshot(store, ({products}) => products.has('p1'))
    let frames = 0
    proxy.setFaults({random: () => frames++, drop: 0.5, duplicate: 0, delay: 0})
    await client.patch('p1').set({name: 'lost'}).commit()
    await client.patch('p1').set({price: 7}).commit()
    const {products} = await untilSnapshot(
      store,
      (snapshot) => snapshot.products.get('p1')?.price === 7,
    )
    expect(products.get('p1')?.name).toBe('lost')
    expect(store.getStatus().repairs).toBe(1)
    expect(proxy.listened()).toBe(1)
  })

  it.each(['focus', 'online'])(
    'an event lost without any other is found when the window comes back (%s)',
    async (wake) => {
      const {proxy, store} = shown
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
