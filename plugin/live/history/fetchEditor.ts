import type {SanityClient} from '@sanity/client'
import {catchError, defer, map, throwError} from 'rxjs'
import type {Observable} from 'rxjs'
import {toLiveError} from '../errors.ts'
import {toLiveClient} from '../port.ts'
import {readAuthors} from './fetchEditors.ts'

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
    map((answer) => readAuthors(answer).get(rev)),
    catchError((error: unknown) => throwError(() => toLiveError(error))),
  )
}
