import {catchError, concat, EMPTY, NEVER, of, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import type {Headline} from '../../domain/headline.ts'
import type {HeadlineRequest} from './headlineOfLake.ts'

export interface HeadlineWatch {
  /** What the tiles said at the end of an earlier visit. */
  kept$: Observable<Headline | undefined>
  fetch: (request: HeadlineRequest) => Observable<Headline | undefined>
  /** Today, and the settings as far as they are known. */
  request: () => HeadlineRequest
}

/** What an earlier visit left, else what the lake says. Never ends. */
export function observeHeadline({
  kept$,
  fetch,
  request,
}: HeadlineWatch): Observable<Headline | undefined> {
  const headline$ = kept$.pipe(
    switchMap((kept) => {
      if (kept !== undefined) return of(ofToday(kept, request().today))
      // the snapshot meets the same failure, and says it
      return fetch(request()).pipe(catchError(() => EMPTY))
    }),
  )
  return concat(headline$, NEVER)
}

/** Yesterday's sales are not today's. */
function ofToday({sales, ...rest}: Headline, today: string): Headline {
  return sales?.day === today ? {...rest, sales} : rest
}
