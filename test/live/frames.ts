import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import type {ShopStoreOverPort} from '../../plugin/live/createShopStore.ts'
import {shareListener} from '../../plugin/live/sharedListener.ts'
import {shopTypes} from '../../plugin/live/workingSet.ts'
import {createFrameStore} from '../../plugin/realtime/frameStore.ts'
import type {FrameStoreOptions} from '../../plugin/realtime/frameStore.ts'
import {createRandom} from '../operations/random.ts'
import {createMemoryLake, noFaults} from './memoryLake.ts'
import type {Write} from './memoryLake.ts'
import {createVirtualTime} from './virtualTime.ts'

/** Frames that come when the test says so. */
export function createFrames() {
  const waiting = new Set<() => void>()
  return {
    request: (run: () => void) => {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
    waiting: () => waiting.size,
    paint: () => {
      for (const run of Array.from(waiting)) {
        waiting.delete(run)
        run()
      }
    },
  }
}

export interface FramedStoreOptions extends Pick<ShopStoreOverPort, 'kept'> {
  /** What the lake has before. */
  writes?: readonly Write[]
  /** The clock of the frames. */
  now?: FrameStoreOptions['now']
}

/** A store over a lake in memory, and the same as React reads it, with frames that come when the test says so. */
export function openFramedStore({writes = [], kept, now}: FramedStoreOptions = {}) {
  const time = createVirtualTime()
  const lake = createMemoryLake(time.scheduler)
  for (const write of writes) lake.commit([write])
  time.advance(30_000)
  const port = lake.portWith(noFaults(createRandom(1)))
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler})
  const frames = createFrames()
  const live = createShopStoreOver({
    port,
    connection$,
    scheduler: time.scheduler,
    ...(kept && {kept}),
  })
  const store = createFrameStore(live, {request: frames.request, ...(now && {now})})
  return {time, lake, frames, live, store}
}

/** The same once it is live. */
export function openLiveFramedStore(options: FramedStoreOptions = {}) {
  const opened = openFramedStore(options)
  opened.time.advance(10_000)
  opened.frames.paint()
  opened.frames.paint()
  return opened
}
