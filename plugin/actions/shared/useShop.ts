import {useCallback, useEffect, useMemo, useState, useSyncExternalStore} from 'react'
import {useCurrentLocale} from 'sanity'
import {createShopFormat} from '../../components/format.ts'
import type {ShopFormat} from '../../components/format.ts'
import type {
  Bill,
  BillBalance,
  Brand,
  Product,
  StockLevel,
  StockTransaction,
  User,
} from '../../domain/documents.ts'
import {billBalanceId, stockLevelId} from '../../domain/ids.ts'
import type {ShopSnapshot, ShopStore} from '../../live/types.ts'
import {useShopStore} from '../../realtime/index.ts'

/** A part of the snapshot; the selector returns something that keeps its identity until it changes. */
export function useShopSelector<T>(selector: (snapshot: ShopSnapshot) => T): T {
  const store = useShopStore()
  return useSyncExternalStore(store.subscribe, () => selector(store.getSnapshot()))
}

/** Re-renders only when the document with this id changes. */
function useKeyed<T>(id: string, read: (snapshot: ShopSnapshot) => T): T {
  const store = useShopStore()
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeTo(id, listener),
    [store, id],
  )
  return useSyncExternalStore(subscribe, () => read(store.getSnapshot()))
}

export const useBill = (id: string): Bill | undefined => useKeyed(id, ({bills}) => bills.get(id))

export function useBillBalance(billId: string): BillBalance | undefined {
  const id = billBalanceId(billId)
  return useKeyed(id, ({billBalances}) => billBalances.get(id))
}

export const useProduct = (id: string): Product | undefined =>
  useKeyed(id, ({products}) => products.get(id))

export function useStockLevel(productId: string): StockLevel | undefined {
  const id = stockLevelId(productId)
  return useKeyed(id, ({stockLevels}) => stockLevels.get(id))
}

export const useBrand = (id: string): Brand | undefined =>
  useKeyed(id, ({brands}) => brands.get(id))

export const useUser = (id: string): User | undefined => useKeyed(id, ({users}) => users.get(id))

export const useMovement = (id: string): StockTransaction | undefined =>
  useKeyed(id, ({stockTransactions}) => stockTransactions.get(id))

/** An optimistic value that the lake has not confirmed yet. */
export const usePending = (id: string): boolean => useKeyed(id, ({pending}) => pending.has(id))

export const useHasDraft = (id: string): boolean =>
  useKeyed(id, ({drafts}) => (drafts.get(id)?.length ?? 0) > 0)

/** True once the first complete snapshot is in. A refused access is told by the status, not here. */
export function useShopReady(): boolean {
  const store = useShopStore()
  const [readyStore, setReadyStore] = useState<ShopStore>()
  useEffect(() => {
    let current = true
    store.ready.then(
      () => current && setReadyStore(store),
      () => current && setReadyStore(undefined),
    )
    return () => {
      current = false
    }
  }, [store])
  return readyStore === store
}

/** How this shop writes money, quantities and times in the Studio's language. */
export function useShopFormat(): ShopFormat {
  const locale = useCurrentLocale().id
  const {currency, timeZone} = useShopSelector(({settings}) => settings)
  return useMemo(() => createShopFormat({locale, currency, timeZone}), [locale, currency, timeZone])
}
