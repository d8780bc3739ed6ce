import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/createShopStore.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {plainView} from './runSchedule.ts'
import {sample} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'
import {createRandom} from './virtualTime.ts'

const rounds = sized(6, 60)
const seed = Number(process.env['SEED'] ?? 1)

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

describe('a real lake whose stream cuts, doubles, disorders and loses events', () => {
  it(`the view equals a fresh load after each of ${rounds} storms (seed ${seed})`, async () => {
    const random = createRandom(seed)
    for (let round = 0; round < rounds; round++) {
      proxy.setFaults({random, drop: 0.15, duplicate: 0.3, delay: 200})
      for (let index = 0; index < 25; index++) {
        await randomWrite(lake, random)
        if (random() < 0.05) proxy.cut()
      }
      proxy.setFaults(undefined)
      // one more cut: the resumed or fresh link is what closes the holes, as after any lost connection
      proxy.cut()
      await settled(`round ${round}, seed ${seed}`)
    }
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
})

/** Waits until the view is that of a store opened anew. */
async function settled(message: string): Promise<void> {
  const fresh = createShopStore({client: lake.client()})
  await fresh.ready
  const expected = JSON.stringify(plainView(fresh))
  const shown = await Promise.race([
    untilSnapshot(store, () => JSON.stringify(plainView(store)) === expected),
    new Promise<undefined>((resolve) => setTimeout(resolve, 15_000)),
  ])
  if (shown === undefined) expect(plainView(store), message).toEqual(plainView(fresh))
  fresh.destroy()
}

async function randomWrite(from: TestLake, random: () => number): Promise<void> {
  const client = from.client()
  const transaction = client.transaction()
  const count = 1 + Math.floor(random() * 4)
  for (let index = 0; index < count; index++) {
    const id = `p${Math.floor(random() * 5)}`
    const dice = random()
    if (dice < 0.2) transaction.delete(id)
    else if (dice < 0.6) {
      transaction.createOrReplace({
        _id: `stockLevel.${id}`,
        ...sample.level(id, Math.floor(random() * 9)),
      })
    } else
      transaction.createOrReplace({
        _id: id,
        ...sample.product(id, {price: Math.floor(random() * 99)}),
      })
  }
  await transaction.commit()
}
