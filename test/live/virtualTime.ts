import {VirtualAction, VirtualTimeScheduler} from 'rxjs'

/** A clock that only moves when told; starts at `start` (ISO). */
export function createVirtualTime(start = '2026-03-10T06:00:00.000Z') {
  let epoch = Date.parse(start)
  const scheduler = new VirtualTimeScheduler(VirtualAction)
  scheduler.now = () => epoch + scheduler.frame
  return {
    scheduler,
    now: () => scheduler.now(),
    /** As when a laptop sleeps: the clock goes on, timers stand still. */
    sleep(ms: number): void {
      epoch += ms
    },
    /** Runs everything that is due within the next `ms`. */
    advance(ms: number): void {
      const until = scheduler.frame + ms
      scheduler.maxFrames = until
      scheduler.flush()
      scheduler.frame = until
    },
  }
}
