import {EMPTY, filter, fromEvent, map, merge, NEVER, of} from 'rxjs'
import type {Observable} from 'rxjs'

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
