import {EMPTY, filter, fromEvent, map, merge, NEVER, Observable, of} from 'rxjs'

/** Focus, the tab coming back, the network coming back; never anything outside a browser. */
export function observeWake(): Observable<unknown> {
  if (typeof window === 'undefined' || typeof document === 'undefined') return NEVER
  return merge(
    fromEvent(window, 'focus'),
    fromEvent(window, 'online'),
    fromEvent(document, 'visibilitychange').pipe(
      filter(() => document.visibilityState === 'visible'),
    ),
  )
}

/** What the browser says about the network, now and whenever it changes. */
export function observeOnline(): Observable<boolean> {
  if (typeof window === 'undefined' || typeof navigator === 'undefined') return EMPTY
  return merge(
    navigator.onLine === false ? of(false) : EMPTY,
    fromEvent(window, 'online').pipe(map(() => true)),
    fromEvent(window, 'offline').pipe(map(() => false)),
  )
}

/** The page goes out of sight, perhaps for good; never anything outside a browser. */
export function observeHidden(): Observable<unknown> {
  if (typeof window === 'undefined' || typeof document === 'undefined') return NEVER
  return merge(
    fromEvent(window, 'pagehide'),
    fromEvent(document, 'visibilitychange').pipe(
      filter(() => document.visibilityState === 'hidden'),
    ),
  )
}

const PATIENCE_MS = 1_000

/** Emits once the page has nothing better to do, after a second in any case; at once where nobody can tell. */
export function observeIdle(): Observable<void> {
  if (typeof requestIdleCallback !== 'function') return of(undefined)
  return new Observable((subscriber) => {
    const handle = requestIdleCallback(
      () => {
        subscriber.next()
        subscriber.complete()
      },
      {timeout: PATIENCE_MS},
    )
    return () => cancelIdleCallback(handle)
  })
}
