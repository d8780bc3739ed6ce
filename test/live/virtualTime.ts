import {VirtualAction, VirtualTimeScheduler} from 'rxjs'

export interface VirtualTimeOptions {
  /** ISO. */
  start?: string
  /** So much before the clock says so timers fire, ms: real ones count from the clock as it was looked at last. */
  early?: number
}

/** A clock that only moves when told. */
export function createVirtualTime({
  start = '2026-03-10T06:00:00.000Z',
  early = 0,
}: VirtualTimeOptions = {}) {
  let epoch = Date.parse(start)
  const scheduler = new VirtualTimeScheduler(VirtualAction)
  scheduler.now = () => epoch + scheduler.frame
  const schedule = scheduler.schedule.bind(scheduler)
  scheduler.schedule = (work, delay = 0, state) =>
    schedule(work, delay > early ? delay - early : delay, state)
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
