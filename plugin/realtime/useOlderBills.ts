import type {Bill} from '../domain/documents.ts'
import {admitAll} from '../live/admitAll.ts'
import {billShape} from '../live/shapes.ts'
import {olderBillsQuery} from '../queries.ts'
import type {HistoryPages} from './useHistoryPages.ts'
import {useHistoryPages} from './useHistoryPages.ts'
import {useShopStore} from './useShop.ts'

export interface OlderBillsOptions {
  /** Only bills of days before this calendar day; default: before what is live. */
  before?: string
  /** Only bills of this customer (`user` id). */
  customer?: string
  /** Bills of one page; default 50. */
  pageSize?: number
}

const parse = (answer: unknown) => admitAll(billShape, answer)

/** Bills from before the live working set, newest first, page by page. */
export function useOlderBills(options: OlderBillsOptions = {}): HistoryPages<Bill> {
  const {liveFrom} = useShopStore()
  const {before = liveFrom(), customer = null, pageSize = 50} = options
  return useHistoryPages({query: olderBillsQuery, params: {before, customer}, parse, pageSize})
}
