import type {Observable} from 'rxjs'

export interface ObservableSource<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

/** An observable for `useSyncExternalStore`: subscribed once for all components, and only while one of them looks. */
export function createObservableSource<T>(source$: Observable<T>, initial: T): ObservableSource<T> {
  const listeners = new Set<() => void>()
  let value = initial
  let stop: (() => void) | undefined

  const start = () => {
    const subscription = source$.subscribe((next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of Array.from(listeners)) listener()
    })
    return () => subscription.unsubscribe()
  }
  return {
    get: () => value,
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
