import {defer, from, of, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import {untilIdle} from './idle.ts'
import type {LivePort} from './port.ts'

/** A page that is never idle waits no longer for its documents, ms. */
const PATIENCE_MS = 3_000

/**
 * The working set comes in large answers, and reading one keeps the page from everything else. While it starts, each is
 * asked for when the page has nothing better to do: what it shows at first is the headline, and that stands earlier.
 */
export function letPageGoFirst(port: LivePort): LivePort {
  let until: number | undefined
  const turn$ = defer(() => {
    until ??= performance.now() + PATIENCE_MS
    const left = until - performance.now()
    return left > 0 ? from(untilIdle(left)) : of(undefined)
  })
  const later =
    <R, T>(ask: (request: R) => Observable<T>) =>
    (request: R): Observable<T> =>
      turn$.pipe(switchMap(() => ask(request)))
  return {
    ...port,
    fetchPage: later((request) => port.fetchPage(request)),
    fetchRevisions: later((request) => port.fetchRevisions(request)),
  }
}
