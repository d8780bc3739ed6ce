import {useMemo} from 'react'
import type {Bill, BillBalance} from '../domain/documents.ts'
import {admitAll} from '../live/admitAll.ts'
import {listOfOlderBills} from '../live/history/lists.ts'
import {billBalanceShape, billShape} from '../live/shapes.ts'
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

export interface OlderBills extends HistoryPages<Bill> {
  /** By their own id; absent until they are loaded. */
  balances: ReadonlyMap<string, BillBalance>
}

/** Bills from before the live working set with what is paid of them, newest first, page by page. */
export function useOlderBills(options: OlderBillsOptions = {}): OlderBills {
  const {liveFrom} = useShopStore()
  const {before = liveFrom(), customer = null, pageSize = 50} = options
  const list = useMemo(() => listOfOlderBills({before, customer}), [before, customer])
  const {documents, companions, error, ...pages} = useHistoryPages(list, pageSize)
  const bills = useMemo(() => admitAll(billShape, documents), [documents])
  const balances = useMemo(
    () => new Map(admitAll(billBalanceShape, companions).documents.map((one) => [one._id, one])),
    [companions],
  )
  return {...pages, ...bills, balances, error: error ?? null}
}
