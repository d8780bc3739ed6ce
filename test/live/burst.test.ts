import {describe, expect, it} from 'vitest'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {shopTypes} from '../../plugin/live/workingSet.ts'
import {createFrameStore} from '../../plugin/realtime/frameStore.ts'
import {createRandom} from '../operations/random.ts'
import {createFrames} from './frames.ts'
import {createMemoryLake, noFaults} from './memoryLake.ts'
import {sample} from './sampleDocuments.ts'
import {createVirtualTime} from './virtualTime.ts'

const EVENTS = 10_000
const PRODUCTS = 100

function openStore(now?: () => number) {
  const time = createVirtualTime()
  const lake = createMemoryLake(time.scheduler)
  for (let index = 0; index < PRODUCTS; index++) {
    lake.commit([{id: `stockLevel.p${index}`, after: sample.level(`p${index}`, 0)}])
  }
  time.advance(30_000)
  const port = lake.portWith(noFaults(createRandom(1)))
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler})
  const frames = createFrames()
  const live = createShopStoreOver({port, connection$, scheduler: time.scheduler})
  const store = createFrameStore(live, {request: frames.request, ...(now && {now})})
  time.advance(10_000)
  frames.paint()
  frames.paint()
  return {time, lake, frames, live, store}
}

describe(`${EVENTS.toLocaleString('en')} changes within one frame`, () => {
  it('are shown in two steps: the first at once, all others with the next frame', () => {
    const {time, lake, frames, live, store} = openStore()
    let shown = 0
    let rowShown = 0
    store.subscribe(() => void (shown += 1))
    store.subscribeTo('p7', () => void (rowShown += 1))
    for (let index = 0; index < EVENTS; index++) {
      const product = `p${index % PRODUCTS}`
      lake.commit([{id: `stockLevel.${product}`, after: sample.level(product, index, index)}])
      time.advance(0)
    }
    time.advance(1)
    expect(live.getSnapshot().version).toBeGreaterThanOrEqual(EVENTS)
    expect(shown).toBe(1)
    expect(frames.waiting()).toBe(1)
    frames.paint()
    expect(shown).toBe(2)
    expect(rowShown).toBe(1)
    expect(store.getSnapshot()).toBe(live.getSnapshot())
    expect(store.related.levelOf('p99')?.onHand).toBe(EVENTS - 1)
    frames.paint()
    expect([shown, frames.waiting()]).toEqual([2, 0])
    store.destroy()
  })

  it('are shown in fewer frames when each render takes long, and the last of them soon', async () => {
    let clock = 0
    const {time, lake, frames, live, store} = openStore(() => clock)
    await Promise.resolve()
    const shownAt: number[] = []
    store.subscribe(() => {
      shownAt.push(clock)
      clock += 40
    })
    for (let frame = 0; frame < 40; frame++) {
      lake.commit([{id: 'stockLevel.p1', after: sample.level('p1', frame, frame)}])
      time.advance(1)
      clock += 16
      frames.paint()
      await Promise.resolve()
    }
    const pauses = shownAt.slice(1).map((at, index) => at - (shownAt[index] ?? 0))
    expect(shownAt.length).toBeGreaterThan(2)
    for (const pause of pauses) expect(pause).toBeGreaterThanOrEqual(40 + 3 * 40)
    for (let frame = 0; frame < 16; frame++) {
      clock += 16
      frames.paint()
    }
    expect(store.getSnapshot()).toBe(live.getSnapshot())
    store.destroy()
  })
})
