import type {LiveStatus, ShopStore} from '../live/types.ts'

export interface StatusSource {
  get(): LiveStatus
  subscribe(listener: () => void): () => void
}

/** The status for `useSyncExternalStore`: the same object until it changes; counters follow with the documents. */
export function createStatusSource(store: ShopStore): StatusSource {
  const listeners = new Set<() => void>()
  let status = store.getStatus()
  let stop: (() => void) | undefined

  const refresh = () => {
    status = store.getStatus()
    for (const listener of Array.from(listeners)) listener()
  }
  const start = () => {
    status = store.getStatus()
    const subscription = store.status$.subscribe({next: refresh, error: refresh})
    const stopSteps = store.subscribe(refresh)
    return () => {
      subscription.unsubscribe()
      stopSteps()
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
