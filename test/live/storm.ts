import type {SanityClient} from '@sanity/client'
import {dayOf} from '../../plugin/domain/calendar.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {boundsOn} from '../../plugin/live/shopCalendar.ts'
import {isInWorkingSet} from '../../plugin/live/workingSet.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import type {RunningLake} from '../../studio/run/runningLake.ts'
import {createRandom} from '../operations/random.ts'
import {startListenProxy} from './listenProxy.ts'
import type {FrameFaults, ListenProxy} from './listenProxy.ts'
import {randomShopWrite} from './randomShopWrite.ts'
import {createRandomWriter} from './randomWriter.ts'
import {comeBack, isRead, once, untilFresh} from './untilFresh.ts'
import {watchTransactions} from './watchTransactions.ts'

/** A store behind a proxy that stands before a lake. */
export interface ProxiedStore {
  proxy: ListenProxy
  store: LiveShopStore
  /** Of the lake itself. */
  direct: () => SanityClient
  close: () => Promise<void>
}

export async function openProxiedStore(lake: RunningLake): Promise<ProxiedStore> {
  const proxy = await startListenProxy(lake.url)
  const client = createLakeClient({url: proxy.url, token: lake.token}, 'production')
  const store = createShopStore({client})
  await store.ready
  return {
    proxy,
    store,
    direct: () => createLakeClient(lake, 'production'),
    close: () => {
      store.destroy()
      return proxy.close()
    },
  }
}

/** How events are damaged while it storms. */
export type Weather = Omit<FrameFaults, 'random'>

/**
 * Random transactions while events are damaged, cut and reset and reads fail and lag; what the store shows is watched at
 * every step.
 */
export function createStorms({proxy, store, direct}: ProxiedStore, seed: number) {
  const random = createRandom(seed)
  // on their own: how often they are asked is a matter of timing, and the writes must not depend on it
  const faulty = createRandom(seed + 1)
  const today = dayOf(new Date().toISOString(), 'UTC')
  const bounds = boundsOn(today, undefined, {})
  const writer = createRandomWriter({
    client: direct,
    random,
    write: (next) => randomShopWrite(next, today),
  })
  const watch = watchTransactions({
    store,
    history: writer.history,
    isHeld: (document) => isInWorkingSet(document, bounds),
  })
  return {
    begin(weather: Weather): void {
      proxy.setFaults({random: faulty, ...weather})
      proxy.lagAnswers({random: faulty, upTo: 800})
      proxy.refuseRequests((path) => (isRead(path) && faulty() < 0.1 ? 503 : undefined))
    },
    /** One transaction, and perhaps a cut or a reset after it; `untilUp` waits for a lake that was killed. */
    async write(untilUp: () => Promise<void> = () => Promise.resolve()): Promise<void> {
      await writer.commit(untilUp)
      if (random() < 0.05) proxy.cut()
      if (random() < 0.03) proxy.reset()
    },
    /** Resolves when the store shows what a fresh load does, healed in turns by a look and by a last cut. */
    async end(round: number): Promise<void> {
      proxy.setFaults(undefined)
      proxy.lagAnswers(undefined)
      proxy.refuseRequests(() => undefined)
      await untilFresh({
        store,
        client: direct(),
        heal: round % 2 === 0 ? comeBack : once(proxy.cut),
        message: `round ${round}, seed ${seed}`,
      })
    },
    /** What must never be seen and was. */
    found: watch.found,
    steps: watch.steps,
  }
}
