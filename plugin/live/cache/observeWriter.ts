import {Observable, of} from 'rxjs'

/**
 * Emits once this tab is the one that writes the cache called `name`; others wait until it goes. Without the Web Locks
 * API every tab writes.
 */
export function observeWriter(name: string): Observable<unknown> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (locks === undefined) return of(null)
  return new Observable((subscriber) => {
    const abort = new AbortController()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const request = locks.request(name, {signal: abort.signal}, () => {
      subscriber.next(null)
      return held
    })
    // an aborted wait is how it ends, anything else is an error
    request.catch((error: unknown) => {
      if (!abort.signal.aborted) subscriber.error(error)
    })
    return () => {
      abort.abort()
      release()
    }
  })
}
