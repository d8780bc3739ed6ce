import {computeTotals} from 'sanity-plugin-shop/core'
import type {CreateBillCommand, Product, ShopSettingsValues} from 'sanity-plugin-shop/core'

/** What is being sold: whole units by product id, in the order they were added. */
export type Cart = ReadonlyMap<string, number>

/** Adds or takes away; at 0 the line leaves. */
export function changeCart(cart: Cart, product: string, by: number): Cart {
  const next = new Map(cart)
  const units = (next.get(product) ?? 0) + by
  if (units > 0) next.set(product, units)
  else next.delete(product)
  return next
}

export interface CartLine {
  product: Product
  units: number
  /** Smallest steps. */
  quantity: number
}

/** Products that have been deleted meanwhile are not sold. */
export function cartLines(cart: Cart, products: ReadonlyMap<string, Product>): readonly CartLine[] {
  return [...cart].flatMap(([id, units]) => {
    const product = products.get(id)
    if (product === undefined) return []
    return [{product, units, quantity: units * 10 ** product.unit.decimals}]
  })
}

export function cartTotals(
  lines: readonly CartLine[],
  {tax, cashRounding}: Pick<ShopSettingsValues, 'tax' | 'cashRounding'>,
) {
  const priced = lines.map(({product, quantity}) => ({
    quantity,
    unitPrice: product.price,
    unit: product.unit,
    taxRate: product.taxRate ?? tax.defaultRate,
  }))
  const rules = {taxIncluded: tax.included, taxRounding: tax.rounding, cashRounding}
  return computeTotals(priced, undefined, rules).totals
}

export const METHODS = ['cash', 'card', 'upi', 'later'] as const

export type Method = (typeof METHODS)[number]

export function toBillCommand(
  key: string,
  lines: readonly CartLine[],
  total: number,
  method: Method,
): CreateBillCommand {
  return {
    key,
    lines: lines.map(({product, quantity}) => ({product: product._id, quantity})),
    ...(method === 'later' || total <= 0 ? {} : {payments: [{method, amount: total}]}),
  }
}
