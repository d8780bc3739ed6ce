import {useEffect, useMemo, useState} from 'react'
import {
  useDatasetAccess,
  useSanityOperations,
  useShopSettings,
  useShopSnapshot,
} from 'sanity-plugin-shop/realtime'
import {cartLines, cartTotals, changeCart, toBillCommand} from './cart.ts'
import type {Cart, Method} from './cart.ts'
import {loadSale, saveSale} from './savedSale.ts'
import {useTexts} from './TextsContext.ts'
import {useSubmit} from './useSubmit.ts'

const EMPTY: Cart = new Map()

/** The sale being made: kept in the tab until it is issued. */
export function useSale() {
  const {t} = useTexts()
  const {bills} = useSanityOperations()
  const settings = useShopSettings()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const {dataset} = useDatasetAccess()
  const [begun] = useState(() => loadSale(sessionStorage, dataset))
  const [cart, setCart] = useState(begun?.cart ?? EMPTY)
  const [method, setMethod] = useState<Method>(begun?.method ?? 'cash')
  const {key, working, outcome, submit, renew} = useSubmit(begun?.key)
  useEffect(
    () => saveSale(sessionStorage, dataset, {key, cart, method}),
    [dataset, key, cart, method],
  )
  const lines = useMemo(() => cartLines(cart, products), [cart, products])
  const totals = useMemo(() => cartTotals(lines, settings), [lines, settings])

  const issue = async (): Promise<void> => {
    const isDone = await submit(async (key) => {
      const {bill} = await bills.create(toBillCommand(key, lines, totals.total, method))
      return t('issued', {number: bill.number})
    })
    if (isDone) setCart(EMPTY)
  }
  return {
    lines,
    totals,
    method,
    working,
    outcome,
    issue,
    change: (product: string, by: number) => {
      renew()
      setCart((before) => changeCart(before, product, by))
    },
    setMethod: (next: Method) => {
      renew()
      setMethod(next)
    },
  }
}
