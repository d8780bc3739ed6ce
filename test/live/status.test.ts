import {describe, expect, it} from 'vitest'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {shopTypes} from '../../plugin/live/workingSet.ts'
import {createStatusSource} from '../../plugin/realtime/statusSource.ts'
import {createRandom} from '../operations/random.ts'
import {createMemoryLake, noFaults} from './memoryLake.ts'
import {sample} from './sampleDocuments.ts'
import {createVirtualTime} from './virtualTime.ts'

const at = (clock: string) => `2026-03-10T${clock}.000Z`

function openShop() {
  const time = createVirtualTime({start: at('06:00:00')})
  const {scheduler} = time
  const lake = createMemoryLake(scheduler)
  const port = lake.portWith({...noFaults(createRandom(1)), fetchDelay: 0})
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler})
  const store = createShopStoreOver({port, connection$, scheduler})
  const source = createStatusSource(store, scheduler)
  let changes = 0
  const stop = source.subscribe(() => (changes += 1))
  let brands = 0
  return {
    time,
    lake,
    source,
    changes: () => changes,
    /** A new brand that is heard of `lag` ms after its commit. */
    commit: (lag: number) =>
      lake.commit([{id: `b${++brands}`, after: sample.brand(`B${brands}`)}], lag),
    close: () => {
      stop()
      store.destroy()
    },
  }
}

describe('the status of the connection', () => {
  it('says since when, the last event, how many a second, how late they come, resyncs and repairs', () => {
    const {time, lake, source, commit, close} = openShop()
    time.advance(5_000)
    expect(source.get()).toMatchObject({
      name: 'live',
      since: at('06:00:00'),
      events: 0,
      eventsPerSecond: 0,
      resyncs: 0,
      repairs: 0,
    })
    expect(source.get()).not.toHaveProperty('lastEventAt')
    expect(source.get()).not.toHaveProperty('latency')
    // one a second, from 100 ms late to 1,000 ms late
    for (let index = 1; index <= 10; index++) {
      commit(index * 100)
      time.advance(1_000)
    }
    time.advance(1_000)
    expect(source.get()).toMatchObject({
      name: 'live',
      since: at('06:00:00'),
      events: 10,
      // the first was eleven seconds ago
      eventsPerSecond: 0.9,
      lastEventAt: at('06:00:15'),
      latency: {p50: 600, p95: 1_000, measured: 10},
      resyncs: 0,
      repairs: 0,
    })

    lake.mute(() => commit(0))
    time.advance(2 * 60_000)
    expect(source.get()).toMatchObject({repairs: 1, resyncs: 0, events: 10, since: at('06:00:00')})

    time.advance(44_000)
    lake.reset()
    time.advance(1_000)
    expect(source.get()).toMatchObject({
      name: 'live',
      since: at('06:03:00'),
      asOf: at('06:03:00'),
      repairs: 1,
      resyncs: 1,
      events: 10,
    })
    close()
  })

  it('counts an event as soon as its document is shown', () => {
    const {time, source, commit, close} = openShop()
    time.advance(5_000)
    commit(0)
    time.advance(10)
    expect(source.get()).toMatchObject({events: 1, lastEventAt: at('06:00:05')})
    close()
  })

  it('lets the rate fall to nothing while nothing happens, and then rests', () => {
    const {time, source, changes, commit, close} = openShop()
    time.advance(5_000)
    commit(0)
    commit(0)
    time.advance(1_100)
    expect(source.get().eventsPerSecond).toBe(0.2)
    const before = changes()
    time.advance(11_000)
    expect(source.get().eventsPerSecond).toBe(0)
    time.advance(30_000)
    // the one change is the rate's
    expect(changes() - before).toBe(1)
    close()
  })
})
