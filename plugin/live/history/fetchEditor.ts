import type {SanityClient} from '@sanity/client'
import {catchError, defer, map, throwError} from 'rxjs'
import type {Observable} from 'rxjs'
import * as v from 'valibot'
import {toLiveError} from '../errors.ts'
import {toLiveClient} from '../port.ts'

const transaction = v.object({id: v.string(), author: v.string()})

/** The id of whoever made the revision `rev` of a document; `undefined` when its history is not kept that long. */
export function fetchEditor(
  client: SanityClient,
  id: string,
  rev: string,
): Observable<string | undefined> {
  const {dataset} = client.config()
  return defer(() =>
    toLiveClient(client).observable.request<unknown>({
      url: `/data/history/${dataset}/transactions/${id}`,
      query: {fromTransaction: rev, toTransaction: rev, excludeContent: 'true', limit: '1'},
      tag: 'shop.history.editor',
    }),
  ).pipe(
    map((answer) => authorOf(answer, rev)),
    catchError((error: unknown) => throwError(() => toLiveError(error))),
  )
}

/** Lines of JSON; a client that reads one line as JSON hands over its object. */
function authorOf(answer: unknown, rev: string): string | undefined {
  const lines =
    typeof answer === 'string'
      ? answer.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]))
      : [answer]
  for (const line of lines) {
    const parsed = v.safeParse(transaction, line)
    if (parsed.success && parsed.output.id === rev) return parsed.output.author
  }
  return undefined
}
