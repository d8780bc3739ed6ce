import {useCallback, useState} from 'react'
import type {AdmittedDocuments} from '../live/admitAll.ts'
import type {LiveError} from '../live/errors.ts'
import {useListeningQuery} from './useListeningQuery.ts'

/** A list beyond the live working set, page by page, that stays up to date like everything else. */
export interface HistoryPages<T> extends AdmittedDocuments<T> {
  loading: boolean
  error: LiveError | null
  /** There may be more than is loaded. */
  hasMore: boolean
  loadMore: () => void
}

export interface HistoryQuery<T> {
  /** With `$limit`. */
  query: string
  params: Readonly<Record<string, unknown>>
  parse: (answer: unknown) => AdmittedDocuments<T>
  /** Rows of one page. */
  pageSize: number
}

const nothing = {documents: [], unreadable: []}

/** The first pages of a query; another query or other parameters begin with the first page again. */
export function useHistoryPages<T>({
  query,
  params,
  parse,
  pageSize,
}: HistoryQuery<T>): HistoryPages<T> {
  const key = JSON.stringify([query, params])
  const [held, setHeld] = useState({key, pages: 1})
  const pages = held.key === key ? held.pages : 1
  const limit = pages * pageSize
  const {data, loading, error} = useListeningQuery(query, {params: {...params, limit}, parse})
  const {documents, unreadable} = data ?? nothing
  const loadMore = useCallback(() => setHeld({key, pages: pages + 1}), [key, pages])
  const hasMore = documents.length + unreadable.length >= limit
  return {documents, unreadable, loading, error, hasMore, loadMore}
}
