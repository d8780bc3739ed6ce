import type {SanityClient} from '@sanity/client'
import {catchError, defer, map, throwError} from 'rxjs'
import type {Observable} from 'rxjs'
import * as v from 'valibot'
import {toLiveError} from '../errors.ts'
import {toLiveClient} from '../port.ts'

/** Most documents of one request: their ids stand in its URL, and an answer holds 50 transactions. */
export const EDITORS_AT_ONCE = 50

export interface EditedDocument {
  _id: string
  /** Revision that is asked for. */
  _rev: string
  /** ISO UTC. */
  _updatedAt: string
}

const transaction = v.object({id: v.string(), author: v.string()})

/**
 * Who made these revisions: ids of people by revision, in one request. Absent are those whose history is not kept that
 * long, and those before which fifty others have been made since. Errors are `LiveError`s.
 * @param documents - one to `EDITORS_AT_ONCE`
 */
export function fetchEditors(
  client: SanityClient,
  documents: readonly EditedDocument[],
): Observable<ReadonlyMap<string, string>> {
  const {dataset} = client.config()
  const ids = documents.map(({_id}) => encodeURIComponent(_id)).join(',')
  const times = documents.map(({_updatedAt}) => _updatedAt).toSorted()
  return defer(() =>
    toLiveClient(client).observable.request<unknown>({
      url: `/data/history/${dataset}/transactions/${ids}`,
      query: {
        fromTime: times[0] ?? '',
        reverse: 'true',
        excludeContent: 'true',
        limit: String(EDITORS_AT_ONCE),
      },
      tag: 'shop.history.editors',
    }),
  ).pipe(
    map(readAuthors),
    catchError((error: unknown) => throwError(() => toLiveError(error))),
  )
}

/** Lines of JSON; a client that reads one line as JSON hands over its object. */
export function readAuthors(answer: unknown): ReadonlyMap<string, string> {
  const lines: readonly unknown[] =
    typeof answer === 'string'
      ? answer.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]))
      : [answer]
  return new Map(
    lines.flatMap((line) => {
      const parsed = v.safeParse(transaction, line)
      return parsed.success ? [[parsed.output.id, parsed.output.author] as const] : []
    }),
  )
}
