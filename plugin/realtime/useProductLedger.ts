import {useMemo} from 'react'
import type {StockTransaction} from '../domain/documents.ts'
import {admitAll} from '../live/admitAll.ts'
import {listOfLedger} from '../live/history/lists.ts'
import {stockTransactionShape} from '../live/shapes.ts'
import type {HistoryPages} from './useHistoryPages.ts'
import {useHistoryPages} from './useHistoryPages.ts'

/** A product's whole ledger, newest entry first, page by page: also what is older than the live working set. */
export function useProductLedger(
  productId: string,
  {pageSize = 50}: {pageSize?: number} = {},
): HistoryPages<StockTransaction> {
  const list = useMemo(() => listOfLedger(productId), [productId])
  const {documents, error, loading, hasMore, loadMore} = useHistoryPages(list, pageSize)
  const entries = useMemo(() => admitAll(stockTransactionShape, documents), [documents])
  return {...entries, error: error ?? null, loading, hasMore, loadMore}
}
