import type {StockTransaction} from '../domain/documents.ts'
import {admitAll} from '../live/admitAll.ts'
import {stockTransactionShape} from '../live/shapes.ts'
import {ledgerOfProductQuery} from '../domain/queries.ts'
import type {HistoryPages} from './useHistoryPages.ts'
import {useHistoryPages} from './useHistoryPages.ts'

const parse = (answer: unknown) => admitAll(stockTransactionShape, answer)

/** A product's whole ledger, newest entry first, page by page: also what is older than the live working set. */
export function useProductLedger(
  productId: string,
  {pageSize = 50}: {pageSize?: number} = {},
): HistoryPages<StockTransaction> {
  const params = {product: productId, before: Number.MAX_SAFE_INTEGER}
  return useHistoryPages({query: ledgerOfProductQuery, params, parse, pageSize})
}
