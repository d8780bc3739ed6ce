import {METHODS} from './cart.ts'
import type {Cart, Method} from './cart.ts'
import {
  array,
  minLength,
  number,
  object,
  parseJson,
  picklist,
  pipe,
  safeParse,
  string,
  tuple,
} from 'valibot'

/** A begun sale with the key under which it is issued, however often. */
export interface SavedSale {
  key: string
  cart: Cart
  method: Method
}

const stored = pipe(
  string(),
  parseJson(),
  object({
    key: pipe(string(), minLength(1)),
    cart: array(tuple([string(), number()])),
    method: picklist(METHODS),
  }),
)

/** The sale that this tab had begun in the dataset, also before a reload; `undefined` when there is none. */
export function loadSale(storage: Storage, dataset: string): SavedSale | undefined {
  const sale = safeParse(stored, storage.getItem(nameOf(dataset)))
  return sale.success ? {...sale.output, cart: new Map(sale.output.cart)} : undefined
}

export function saveSale(storage: Storage, dataset: string, {key, cart, method}: SavedSale): void {
  if (cart.size === 0) storage.removeItem(nameOf(dataset))
  else storage.setItem(nameOf(dataset), JSON.stringify({key, cart: [...cart], method}))
}

const nameOf = (dataset: string) => `sanity-plugin-shop.phone-sale.${dataset}`
