import {afterEach, describe, expect, it, vi} from 'vitest'
import {requestFrame} from '../../plugin/realtime/frameStore.ts'
import {openLiveFramedStore} from './frames.ts'
import {sample} from './sampleDocuments.ts'

const EVENTS = 10_000
const PRODUCTS = 100

const levels = Array.from({length: PRODUCTS}, (_, index) => ({
  id: `stockLevel.p${index}`,
  after: sample.level(`p${index}`, 0),
}))

describe(`${EVENTS.toLocaleString('en')} changes within one frame`, () => {
  it('are shown in two steps: the first at once, all others with the next frame', () => {
    const {time, lake, frames, live, store} = openLiveFramedStore({writes: levels})
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
    const {time, lake, frames, live, store} = openLiveFramedStore({
      writes: levels,
      now: () => clock,
    })
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

describe('a task that receives changes', () => {
  it('also shows one that comes alone, but none of a burst, however slowly that goes', async () => {
    let clock = 1_000
    const {time, lake, frames, store} = openLiveFramedStore({writes: levels, now: () => clock})
    await Promise.resolve()
    let shown = 0
    store.subscribe(() => void (shown += 1))
    const receive = async (onHand: number) => {
      lake.commit([{id: 'stockLevel.p1', after: sample.level('p1', onHand, onHand)}])
      time.advance(1)
      const shownAtOnce = shown
      await Promise.resolve()
      frames.paint()
      await Promise.resolve()
      frames.paint()
      return shownAtOnce
    }
    clock += 1_000
    expect(await receive(1)).toBe(1)
    clock += 50
    expect(await receive(2)).toBe(1)
    expect(shown).toBe(2)
    clock += 50
    expect(await receive(3)).toBe(2)
    expect(shown).toBe(3)
    clock += 101
    expect(await receive(4)).toBe(4)
    store.destroy()
  })
})

describe('the frame of a page', () => {
  afterEach(() => void vi.unstubAllGlobals())

  const nextTask = () => new Promise((resolve) => setTimeout(resolve))

  it('calls back in a task after the paint, once, and never when it was cancelled', async () => {
    const callbacks: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => callbacks.push(run))
    vi.stubGlobal('cancelAnimationFrame', () => {})
    const paint = () => callbacks.splice(0).forEach((run) => run())
    let calls = 0
    requestFrame(() => void (calls += 1))
    const cancel = requestFrame(() => void (calls += 10))
    paint()
    expect(calls).toBe(0)
    cancel()
    await nextTask()
    expect(calls).toBe(1)
    paint()
    await nextTask()
    expect(calls).toBe(1)
  })
})
