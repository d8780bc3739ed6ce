import {asyncScheduler, timer} from 'rxjs'
import type {SchedulerLike, Subscription} from 'rxjs'
import type {LiveStatus, ShopStore} from '../live/types.ts'

export interface StatusSource {
  get(): LiveStatus
  subscribe(listener: () => void): () => void
}

const TICK_MS = 1_000

/**
 * The status for `useSyncExternalStore`: the same object until it changes; counters follow with the documents, and the
 * rate of events falls by the second while somebody looks.
 */
export function createStatusSource(
  store: ShopStore,
  scheduler: SchedulerLike = asyncScheduler,
): StatusSource {
  const listeners = new Set<() => void>()
  let status = store.getStatus()
  let stop: (() => void) | undefined
  let tick: Subscription | undefined

  const refresh = () => {
    const {events} = status
    status = store.getStatus()
    // an event counts from the second after it
    if (status.events !== events || status.eventsPerSecond > 0) tickLater()
    for (const listener of Array.from(listeners)) listener()
  }
  const tickLater = () => {
    tick ??= timer(TICK_MS, scheduler).subscribe(() => {
      tick = undefined
      const {eventsPerSecond} = store.getStatus()
      if (eventsPerSecond !== status.eventsPerSecond) refresh()
      else if (eventsPerSecond > 0) tickLater()
    })
  }
  const start = () => {
    status = store.getStatus()
    if (status.events > 0) tickLater()
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
