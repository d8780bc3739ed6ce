import {describe, expect, it} from 'vitest'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {shopTypes} from '../../plugin/live/workingSet.ts'
import {createRandom} from '../operations/random.ts'
import {createMemoryLake, noFaults} from './memoryLake.ts'
import {plainView} from './runSchedule.ts'
import {sample} from './sampleDocuments.ts'
import {createVirtualTime} from './virtualTime.ts'

/** A lake in memory with so many brands, `b1` the first, and shops over it. */
function openMemoryShop(brandCount: number) {
  const time = createVirtualTime()
  const memory = createMemoryLake(time.scheduler)
  const numbers = Array.from({length: brandCount}, (_, index) => index + 1)
  memory.commit(numbers.map((number) => ({id: `b${number}`, after: sample.brand('Volta')})))
  const port = memory.portWith(noFaults(createRandom(1)))
  const open = () =>
    createShopStoreOver({
      port,
      connection$: shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler}),
      scheduler: time.scheduler,
    })
  return {time, memory, open}
}

describe('access lost while the stream stands', () => {
  it.each([
    ['token expired', 'refused', 'a small shop', 10],
    ['permission revoked', 'nothing', 'a small shop', 10],
    ['token expired', 'refused', 'a shop whose digests come rarely', 30_000],
    ['permission revoked', 'nothing', 'a shop whose digests come rarely', 30_000],
  ] as const)(
    '%s (requests: %s) is noticed within a minute in %s, and that it is over too',
    (_what, access, _shop, brandCount) => {
      const {time, memory, open} = openMemoryShop(brandCount)
      const shop = open()
      time.advance(10_000)
      expect(shop.getStatus().name).toBe('live')
      memory.setAccess(access)
      time.advance(61_000)
      expect(shop.getStatus().name).toBe('unauthorized')
      expect(shop.getSnapshot().brands.size).toBe(brandCount)
      memory.setAccess('all')
      memory.mute(() => memory.commit([{id: 'b1', after: sample.brand('Lumen')}]))
      time.advance(61_000)
      expect(shop.getStatus().name).toBe('live')
      expect(shop.getSnapshot().brands.get('b1')?.name).toBe('Lumen')
      expect(memory.listenedCount()).toBe(1)
      shop.destroy()
    },
  )
})

describe('a lake that is gone for an hour', () => {
  it('reconnecting, with an honest as of; back within half a minute, without a reload', () => {
    const {time, memory, open} = openMemoryShop(1)
    const gone = open()
    time.advance(5_000)
    const {asOf} = gone.getStatus()
    memory.setDown(true)
    time.advance(60 * 60_000)
    expect(gone.getStatus()).toMatchObject({
      name: 'reconnecting',
      reason: 'The lake is down.',
      asOf,
    })
    expect(gone.getSnapshot().brands.get('b1')?.name).toBe('Volta')
    memory.commit([{id: 'b1', after: sample.brand('Lumen')}])
    memory.setDown(false)
    time.advance(31_000)
    expect(gone.getStatus()).toMatchObject({name: 'live', resyncs: 1})
    const fresh = open()
    time.advance(1_000)
    expect(plainView(gone)).toEqual(plainView(fresh))
    gone.destroy()
    fresh.destroy()
  })
})
