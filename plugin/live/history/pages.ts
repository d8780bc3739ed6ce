import type {SanityClient} from '@sanity/client'
import {catchError, defer, EMPTY, expand, map, throwError} from 'rxjs'
import type {Observable} from 'rxjs'
import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {toLiveError} from '../errors.ts'
import {toLiveClient} from '../port.ts'

export interface PagedQuery<T> {
  /** GROQ with `$after` (an `_id`) and `$limit`; its answer is in the order of the ids and holds each `_id`. */
  query: string
  params: Readonly<Record<string, unknown>>
  schema: GenericSchema<unknown, T>
  limit: number
  tag: string
}

export interface Page<T> {
  rows: readonly T[]
  /** Rows that are not as the shop writes them: shown as a number, never counted. */
  unreadable: number
}

const paged = v.looseObject({_id: v.string()})

/** One page after the other, each asked when the one before is in; errors are `LiveError`s. */
export function observePages<T>(client: SanityClient, request: PagedQuery<T>): Observable<Page<T>> {
  const {query, params, schema, limit, tag} = request
  const live = toLiveClient(client)
  const fetchAfter = (after: string) =>
    defer(() =>
      live.observable.fetch<unknown>(
        query,
        {...params, after, limit},
        {perspective: 'published', tag},
      ),
    ).pipe(
      map((answer) => v.parse(v.array(v.unknown()), answer)),
      catchError((error: unknown) => throwError(() => toLiveError(error))),
    )
  return fetchAfter('').pipe(
    expand((answer) => {
      const last = v.safeParse(paged, answer.at(-1))
      return answer.length < limit || !last.success ? EMPTY : fetchAfter(last.output._id)
    }),
    map((answer) => readRows(answer, schema)),
  )
}

function readRows<T>(answer: readonly unknown[], schema: GenericSchema<unknown, T>): Page<T> {
  const rows = answer.flatMap((row) => {
    const parsed = v.safeParse(schema, row)
    return parsed.success ? [parsed.output] : []
  })
  return {rows, unreadable: answer.length - rows.length}
}
