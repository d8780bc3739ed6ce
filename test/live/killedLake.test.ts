import './installDom.ts'
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
import {randomShopWrite} from './randomShopWrite.ts'
import {createRandomWriter} from './randomWriter.ts'
import {comeBack, isRead, once, untilFresh} from './untilFresh.ts'
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

describe('a lake process that is killed while its stream is cut, doubled, disordered and holed, and its reads fail and lag', () => {
  it(`shows every transaction whole at every step, and equals a fresh load after each of ${rounds} rounds (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const writer = createRandomWriter({
      client: direct,
      random,
      write: (next) => randomShopWrite(next, today),
    })
    const bounds = boundsOn(today, undefined, {})
    const watch = watchTransactions({
      store,
      history: writer.history,
      isHeld: (document) => isInWorkingSet(document, bounds),
    })
    const faulty = createRandom(seed + 1)
    for (let round = 0; round < rounds; round++) {
      proxy.setFaults({random: faulty, drop: 0.1, duplicate: 0.3, delay: 250})
      proxy.lagAnswers({random: faulty, upTo: 800})
      proxy.refuseRequests((path) => (isRead(path) && faulty() < 0.1 ? 503 : undefined))
      let restarted = Promise.resolve()
      for (let index = 0; index < 25; index++) {
        if (index === 12) restarted = lake.killAndRestart()
        await writer.commit(() => restarted)
        if (random() < 0.05) proxy.cut()
        if (random() < 0.03) proxy.reset()
      }
      await restarted
      proxy.setFaults(undefined)
      proxy.lagAnswers(undefined)
      proxy.refuseRequests(() => undefined)
      await untilFresh({
        store,
        client: direct(),
        heal: round % 2 === 0 ? comeBack : once(proxy.cut),
        message: `round ${round}, seed ${seed}`,
      })
    }
    expect(watch.found(), `seed ${seed}`).toEqual([])
    expect(watch.steps()).toBeGreaterThan(rounds)
  })
})
