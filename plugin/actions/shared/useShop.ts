import {useEffect, useState} from 'react'
import {useCurrentLocale} from 'sanity'
import {createShopFormat} from '../../components/format.ts'
import type {ShopFormat} from '../../components/format.ts'
import type {BillBalance, StockLevel} from '../../domain/documents.ts'
import {billBalanceId, stockLevelId} from '../../domain/ids.ts'
import type {ShopStore} from '../../live/types.ts'
import {useDocument, useShopSettings, useShopSnapshot, useShopStore} from '../../realtime/index.ts'

export function useBillBalance(billId: string): BillBalance | undefined {
  return useDocument('billBalance', billBalanceId(billId))
}

export function useStockLevel(productId: string): StockLevel | undefined {
  return useDocument('stockLevel', stockLevelId(productId))
}

/** Somebody has begun to edit it: shown as a mark, never counted. */
export function useHasDraft(id: string): boolean {
  return useShopSnapshot(({drafts}) => (drafts.get(id)?.length ?? 0) > 0)
}

/** Known to be ready: a dialog that opens later shows its form at once. */
const readyStores = new WeakSet<ShopStore>()

/** True once the first complete snapshot is in. A refused access is told by the status, not here. */
export function useShopReady(): boolean {
  const store = useShopStore()
  const [seen, setSeen] = useState<ShopStore>()
  useEffect(() => {
    let current = true
    const onReady = () => {
      readyStores.add(store)
      if (current) setSeen(store)
    }
    store.ready.then(onReady, () => current && setSeen(undefined))
    return () => {
      current = false
    }
  }, [store])
  return seen === store || readyStores.has(store)
}

const formats = new Map<string, ShopFormat>()

/** One set of formatters for all rows: the Intl constructors take longer than rendering a row. */
function formatOf(locale: string, currency: string, timeZone: string): ShopFormat {
  const key = `${locale} ${currency} ${timeZone}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const format = createShopFormat({locale, currency, timeZone})
  formats.set(key, format)
  return format
}

/** How this shop writes money, quantities and times in the Studio's language. */
export function useShopFormat(): ShopFormat {
  return useFormatOf(useShopSettings())
}

/** The same for figures that came with their own currency and time zone. */
export function useFormatOf({
  currency,
  timeZone,
}: {
  currency: string
  timeZone: string
}): ShopFormat {
  return formatOf(useCurrentLocale().id, currency, timeZone)
}
