import {daysBetween} from './calendar.ts'
import type {BillBalance, Product, StockLevel} from './documents.ts'

/** A product that is low, out or negative. Quantities in smallest steps. */
export interface StockAlert {
  productId: string
  name: string
  sku?: string
  onHand: number
  reorderLevel: number
  unit: {name: string; decimals: number}
}

/** An open bill past its due date. `balance` in minor units, `dueDate` a calendar day of the shop. */
export interface OverdueAlert {
  billId: string
  number: string
  customerName?: string
  balance: number
  dueDate: string
  daysOverdue: number
}

/** An open bill whose due date is near. `balance` in minor units, `dueDate` a calendar day of the shop. */
export interface DueSoonAlert {
  billId: string
  number: string
  customerName?: string
  balance: number
  dueDate: string
  /** 0 on the due date itself. */
  daysLeft: number
}

/** A bill is due soon from this many days before its due date until the end of that day. */
export const DUE_SOON_DAYS = 3

export type StockState = 'untracked' | 'enough' | 'low' | 'out' | 'negative'

type StockProduct = Pick<Product, 'isActive' | 'trackStock' | 'reorderLevel'>

/**
 * The one predicate behind tile, list, badge and alert. An absent level is 0 on hand; services and inactive products
 * are `untracked`; `low` means something is left, but no more than the reorder level.
 */
export function stockState(
  product: StockProduct,
  level: Pick<StockLevel, 'onHand'> | undefined,
): StockState {
  if (!product.isActive || !product.trackStock) return 'untracked'
  const onHand = level?.onHand ?? 0
  if (onHand < 0) return 'negative'
  if (onHand === 0) return 'out'
  return product.reorderLevel !== undefined && onHand <= product.reorderLevel ? 'low' : 'enough'
}

export const isLowStock = (state: StockState): boolean => state === 'low'

/** Nothing left to sell: 0 or below. */
export const isOutOfStock = (state: StockState): boolean => state === 'out' || state === 'negative'

export const isNegativeStock = (state: StockState): boolean => state === 'negative'

export function toStockAlert(product: Product, level: StockLevel | undefined): StockAlert {
  return {
    productId: product._id,
    name: product.name,
    sku: product.sku,
    onHand: level?.onHand ?? 0,
    reorderLevel: product.reorderLevel ?? 0,
    unit: {name: product.unit.name, decimals: product.unit.decimals},
  }
}

/** Most urgent first: the smallest share of the reorder level, then name and id. */
export function compareStockAlerts(a: StockAlert, b: StockAlert): number {
  return (
    urgency(a) - urgency(b) || compareText(a.name, b.name) || compareText(a.productId, b.productId)
  )
}

function urgency(alert: StockAlert): number {
  return alert.reorderLevel > 0 ? alert.onHand / alert.reorderLevel : alert.onHand
}

/** Money is still owed for it; counts towards receivables. */
export function isOpen(balance: Pick<BillBalance, 'balance' | 'void'>): boolean {
  return balance.void === undefined && balance.balance > 0
}

/** True from the shop's midnight after the due date, with no write; false with the settling payment. */
export function isOverdue(
  balance: Pick<BillBalance, 'balance' | 'void' | 'dueDate'>,
  day: string,
): boolean {
  return isOpen(balance) && balance.dueDate < day
}

export function isDueSoon(
  balance: Pick<BillBalance, 'balance' | 'void' | 'dueDate'>,
  day: string,
): boolean {
  if (!isOpen(balance) || balance.dueDate < day) return false
  return daysBetween(day, balance.dueDate) <= DUE_SOON_DAYS
}

export function toDueSoonAlert(balance: BillBalance, day: string): DueSoonAlert {
  return {
    billId: balance.bill._ref,
    number: balance.number,
    ...(balance.customerName === undefined ? {} : {customerName: balance.customerName}),
    balance: balance.balance,
    dueDate: balance.dueDate,
    daysLeft: daysBetween(day, balance.dueDate),
  }
}

export function toOverdueAlert(balance: BillBalance, day: string): OverdueAlert {
  return {
    billId: balance.bill._ref,
    number: balance.number,
    ...(balance.customerName === undefined ? {} : {customerName: balance.customerName}),
    balance: balance.balance,
    dueDate: balance.dueDate,
    daysOverdue: daysBetween(balance.dueDate, day),
  }
}

/** Longest overdue, or soonest due, first. */
export function compareOverdueAlerts(a: DueDated, b: DueDated): number {
  return compareText(a.dueDate, b.dueDate) || compareText(a.billId, b.billId)
}

type DueDated = Pick<OverdueAlert, 'dueDate' | 'billId'>

export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
