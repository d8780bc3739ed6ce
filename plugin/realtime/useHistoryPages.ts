import {useEffect, useMemo, useState} from 'react'
import {Subject} from 'rxjs'
import type {AdmittedDocuments} from '../live/admitAll.ts'
import type {LiveError} from '../live/errors.ts'
import type {KeysetQuery} from '../live/history/keyset.ts'
import {observeKeysetPages} from '../live/history/observeKeysetPages.ts'
import type {KeysetPages} from '../live/history/observeKeysetPages.ts'
import {useRealtime} from './contexts.ts'

/** A list beyond the live working set, page by page, that stays up to date like everything else. */
export interface HistoryPages<T> extends AdmittedDocuments<T> {
  loading: boolean
  error: LiveError | null
  /** There may be more than is loaded. */
  hasMore: boolean
  loadMore: () => void
}

/** The pages as the lake has them, and how to open the next one. */
export interface RawHistoryPages extends KeysetPages {
  loadMore: () => void
}

const nothing: KeysetPages = {
  documents: [],
  companions: [],
  loading: true,
  error: undefined,
  hasMore: false,
}

/** The first pages of a list; another `query` object begins with the first page of its list. */
export function useHistoryPages(query: KeysetQuery, pageSize: number): RawHistoryPages {
  const {client} = useRealtime().connection
  const list = useMemo(() => {
    const more$ = new Subject<void>()
    return {
      pages$: observeKeysetPages(client, query, {pageSize, more$}),
      loadMore: () => more$.next(),
    }
  }, [client, query, pageSize])
  const [shown, setShown] = useState({list, pages: nothing})
  useEffect(() => {
    const subscription = list.pages$.subscribe((pages) => setShown({list, pages}))
    return () => subscription.unsubscribe()
  }, [list])
  const pages = shown.list === list ? shown.pages : nothing
  return {...pages, loadMore: list.loadMore}
}
