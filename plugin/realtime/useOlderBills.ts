import {useMemo} from 'react'
import type {Bill, BillBalance} from '../domain/documents.ts'
import {billBalanceId} from '../domain/ids.ts'
import {admitAll} from '../live/admitAll.ts'
import {billBalanceShape, billShape} from '../live/shapes.ts'
import {billBalancesQuery, olderBillsQuery} from '../domain/queries.ts'
import type {HistoryPages} from './useHistoryPages.ts'
import {useHistoryPages} from './useHistoryPages.ts'
import {useListeningQuery} from './useListeningQuery.ts'
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

const parseBills = (answer: unknown) => admitAll(billShape, answer)
const parseBalances = (answer: unknown): ReadonlyMap<string, BillBalance> =>
  new Map(
    admitAll(billBalanceShape, answer).documents.map((balance) => [balance._id, balance] as const),
  )
const none: ReadonlyMap<string, BillBalance> = new Map()

/** Bills from before the live working set with what is paid of them, newest first, page by page. */
export function useOlderBills(options: OlderBillsOptions = {}): OlderBills {
  const {liveFrom} = useShopStore()
  const {before = liveFrom(), customer = null, pageSize = 50} = options
  const params = {before, customer}
  const pages = useHistoryPages({query: olderBillsQuery, params, parse: parseBills, pageSize})
  const {documents} = pages
  const ids = useMemo(() => documents.map(({_id}) => billBalanceId(_id)), [documents])
  const {data} = useListeningQuery(billBalancesQuery, {params: {ids}, parse: parseBalances})
  return {...pages, balances: data ?? none}
}
