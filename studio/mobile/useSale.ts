import {useMemo, useState} from 'react'
import {useSanityOperations, useShopSettings, useShopSnapshot} from 'sanity-plugin-shop/realtime'
import {cartLines, cartTotals, changeCart, toBillCommand} from './cart.ts'
import type {Cart, Method} from './cart.ts'
import {useTexts} from './TextsContext.ts'
import {useSubmit} from './useSubmit.ts'

const EMPTY: Cart = new Map()

/** The sale being made. */
export function useSale() {
  const {t} = useTexts()
  const {bills} = useSanityOperations()
  const settings = useShopSettings()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const [cart, setCart] = useState(EMPTY)
  const [method, setMethod] = useState<Method>('cash')
  const {working, outcome, submit, renew} = useSubmit()
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
