import {dequal} from 'dequal'
import {asyncScheduler, timer} from 'rxjs'
import type {SchedulerLike, Subscription} from 'rxjs'
import type {LiveStatus, ShopStore} from '../live/types.ts'

export interface StatusSource {
  get(): LiveStatus
  subscribe(listener: () => void): () => void
}

const TICK_MS = 1_000

/**
 * The status for `useSyncExternalStore`: the same object until it changes; counters follow with the documents, and
 * while somebody looks the rate of events falls by the second.
 */
export function createStatusSource(
  store: ShopStore,
  scheduler: SchedulerLike = asyncScheduler,
): StatusSource {
  const listeners = new Set<() => void>()
  let status = store.getStatus()
  let stop: (() => void) | undefined
  let tick: Subscription | undefined

  const show = (next: LiveStatus) => {
    status = next
    tickLater()
    for (const listener of Array.from(listeners)) listener()
  }
  const refresh = () => show(store.getStatus())
  const tickLater = () => {
    tick ??= timer(TICK_MS, scheduler).subscribe(() => {
      tick = undefined
      const next = store.getStatus()
      if (!dequal(next, status)) show(next)
      else if (next.eventsPerSecond > 0) tickLater()
    })
  }
  const start = () => {
    status = store.getStatus()
    tickLater()
    const subscription = store.status$.subscribe({next: refresh, error: refresh})
    const stopSteps = store.subscribe(refresh)
    return () => {
      subscription.unsubscribe()
      stopSteps()
      tick?.unsubscribe()
      tick = undefined
    }
  }
  return {
    get: () => status,
    subscribe: (listener) => {
      const entry = () => listener()
      listeners.add(entry)
      stop ??= start()
      return () => {
        listeners.delete(entry)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}
