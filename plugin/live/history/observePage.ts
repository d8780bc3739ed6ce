import type {SanityClient} from '@sanity/client'
import {dequal} from 'dequal'
import {combineLatest, connect, distinctUntilChanged, map, of, startWith, switchMap} from 'rxjs'
import type {Observable} from 'rxjs'
import type {LiveError} from '../errors.ts'
import type {RawDocument} from '../wire.ts'
import {cursorOf, isWithin} from './keyset.ts'
import type {KeysetQuery, PageBounds} from './keyset.ts'
import {observeRows} from './observeRows.ts'
import type {Rows} from './observeRows.ts'

export interface PageState {
  /** `undefined` until the first answer. */
  rows: readonly RawDocument[] | undefined
  /** The answer was cut off: the list goes on after its last document. */
  isFull: boolean
  companions: readonly RawDocument[]
  error: LiveError | undefined
}

/** One page with its companions. `bounds` may move; from the next request on it is asked so. */
export function observePage(
  client: SanityClient,
  query: KeysetQuery,
  bounds: PageBounds,
  pageSize: number,
): Observable<PageState> {
  const rows$ = observeRows(client, {
    type: query.type,
    query: query.query,
    params: () => {
      const limit = bounds.until === null ? pageSize : 2 * pageSize
      return {...query.params, after: bounds.after, until: bounds.until, limit}
    },
    holds: (document) => query.isListed(document) && isWithin(bounds, cursorOf(query, document)),
  })
  return rows$.pipe(
    connect((shared$) => combineLatest([shared$, observeCompanions(client, query, shared$)])),
    map(([{rows, params, error}, companions]) => ({
      rows,
      isFull: rows !== undefined && rows.length >= Number(params['limit']),
      companions: companions.rows ?? [],
      error: error ?? companions.error,
    })),
  )
}

const none: Rows = {rows: [], params: {}, error: undefined}

function observeCompanions(
  client: SanityClient,
  {companion}: KeysetQuery,
  rows$: Observable<Rows>,
): Observable<Rows> {
  if (companion === undefined) return of(none)
  const {type, query, idOf} = companion
  return rows$.pipe(
    map(({rows = []}) => rows.map(idOf).toSorted()),
    distinctUntilChanged(dequal),
    switchMap((ids) => {
      if (ids.length === 0) return of(none)
      const known = new Set(ids)
      const holds = ({_id}: RawDocument) => known.has(_id)
      return observeRows(client, {type, query, params: () => ({ids}), holds})
    }),
    startWith(none),
  )
}
