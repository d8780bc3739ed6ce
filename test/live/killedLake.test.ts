import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {dayOf} from '../../plugin/domain/calendar.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/createShopStore.ts'
import {boundsOn} from '../../plugin/live/shopCalendar.ts'
import {isInWorkingSet} from '../../plugin/live/workingSet.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {newSeed} from '../operations/random.ts'
import {startLakeProcess} from '../operations/tills/lakeProcess.ts'
import type {LakeProcess} from '../operations/tills/lakeProcess.ts'
import {sized} from '../rig/size.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {createRandomWriter} from './randomWriter.ts'
import {plainView} from './runSchedule.ts'
import {sample} from './sampleDocuments.ts'
import type {Content} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'
import {createRandom} from './virtualTime.ts'
import {watchTransactions} from './watchTransactions.ts'

const rounds = sized(2, 60)
const seed = newSeed()
const today = dayOf(new Date().toISOString(), 'UTC')

let lake: LakeProcess
let proxy: ListenProxy
let store: LiveShopStore

beforeEach(async () => {
  lake = await startLakeProcess()
  proxy = await startListenProxy(lake.url)
  const client = createLakeClient({url: proxy.url, token: lake.token}, 'production')
  store = createShopStore({client})
  await store.ready
})
afterEach(async () => {
  store.destroy()
  await proxy.close()
  await lake.close()
})

const direct = () => createLakeClient(lake, 'production')

describe('a lake process that is killed while its stream is cut, doubled, disordered and holed', () => {
  it(`shows every transaction whole at every step, and equals a fresh load after each of ${rounds} rounds (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const writer = createRandomWriter({client: direct, random, write: randomWrite})
    const bounds = boundsOn(today, undefined, {})
    const watch = watchTransactions({
      store,
      history: writer.history,
      isHeld: (document) => isInWorkingSet(document, bounds),
    })
    proxy.holdAnswers(150)
    for (let round = 0; round < rounds; round++) {
      proxy.setFaults({random, drop: 0.1, duplicate: 0.3, delay: 250})
      let restarted = Promise.resolve()
      for (let index = 0; index < 25; index++) {
        if (index === 12) restarted = lake.killAndRestart()
        await writer.commit(() => restarted)
        if (random() < 0.05) proxy.cut()
      }
      await restarted
      proxy.setFaults(undefined)
      proxy.cut()
      await expectFresh(`round ${round}, seed ${seed}`)
    }
    expect(watch.found(), `seed ${seed}`).toEqual([])
    expect(watch.steps()).toBeGreaterThan(rounds)
  })
})

/** Waits until the view is that of a store opened anew. */
async function expectFresh(message: string): Promise<void> {
  const fresh = createShopStore({client: direct()})
  await fresh.ready
  const expected = JSON.stringify(plainView(fresh))
  const timedOut = new Promise<undefined>((resolve) => setTimeout(resolve, 30_000))
  const shown = await Promise.race([
    untilSnapshot(store, () => JSON.stringify(plainView(store)) === expected),
    timedOut,
  ])
  if (shown === undefined) expect(plainView(store), message).toEqual(plainView(fresh))
  fresh.destroy()
}

function randomWrite(random: () => number): {id: string; after: Content | null} {
  const number = Math.floor(random() * 5)
  const some = Math.floor(random() * 40)
  const writes = [
    {id: `p${number}`, after: sample.product(`P${number}`, {price: some})},
    {id: `stockLevel.p${number}`, after: sample.level(`p${number}`, some - 5, some)},
    {id: `bill.${number}`, after: sample.bill(`B-${number}`, 100 * some, today)},
    {id: `billBalance.${number}`, after: sample.balance(`bill.${number}`, 100 * some, 0, today)},
    {id: `drafts.p${number}`, after: sample.product('draft')},
    {id: `versions.r1.p${number}`, after: sample.product('version')},
    {id: [`p${number}`, `bill.${number}`, `drafts.p${number}`][some % 3] ?? 'p0', after: null},
  ]
  return writes[Math.floor(random() * writes.length)] ?? {id: 'p0', after: null}
}
