import {useMemo} from 'react'
import type {BillBalance, DocumentByType, User} from '../domain/documents.ts'
import {readBalances, readHistory, readUsers, readVoids} from '../live/readHistory.ts'
import type {Days, HistoryPage, HistoryType} from '../live/readHistory.ts'
import {useRealtime} from './contexts.ts'

export interface ShopHistory {
  /** Everything of one type on these days (both included), oldest first, page by page from the lake. */
  read<K extends HistoryType>(type: K, days: Days): AsyncGenerator<HistoryPage<DocumentByType[K]>>
  /** Customers and admins whole, page by page: the live snapshot holds rows of them. */
  users(): AsyncGenerator<HistoryPage<User>>
  /** By the bill's id. */
  balances(bills: readonly string[]): Promise<Map<string, BillBalance>>
  /** Balances of bills that were void on these days, and a day around them. */
  voids(days: Days): Promise<BillBalance[]>
}

/** What lies beyond the live working set, read once and not kept up to date: for files and long reports. */
export function useShopHistory(): ShopHistory {
  const {client} = useRealtime().connection
  return useMemo(
    () => ({
      read: (type, days) => readHistory(client, type, days),
      users: () => readUsers(client),
      balances: (bills) => readBalances(client, bills),
      voids: (days) => readVoids(client, days),
    }),
    [client],
  )
}
