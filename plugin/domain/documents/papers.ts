import type {Actor, CommandRecord, ShopDocument, Unit, WeakReference} from './base.ts'

export type ServiceType = 'sale' | 'repair' | 'installation' | 'maintenance' | 'custom'

export interface TaxAmount {
  _key: string
  /** Basis points. */
  rate: number
  base: number
  tax: number
}

/**
 * A line of a bill or credit note; a snapshot that stays readable when the product is gone.
 * `gross` = unitPrice × quantity / 10^decimals, rounded half away from zero;
 * `gross − discount − billDiscount = net` (prices without tax) or `= net + tax` (prices with tax); `total = net + tax`.
 */
export interface BillLine {
  _key: string
  _type: 'billLine'
  product?: WeakReference
  name: string
  sku?: string
  unit: Unit
  quantity: number
  unitPrice: number
  gross: number
  discount: number
  /** This line's share of the bill's discount, split by largest remainder. */
  billDiscount: number
  taxRate: number
  net: number
  tax: number
  total: number
  /** Minor units per whole unit at the time of the operation; absent for free lines and services. */
  unitCost?: number
  /** Cost of the whole line in minor units. */
  cost?: number
  brand?: WeakReference & {name?: string}
  category?: WeakReference & {name?: string}
}

export interface Totals {
  /** Σ line gross. */
  gross: number
  /** Σ line discounts and bill discount. */
  discount: number
  net: number
  tax: number
  /** Cash rounding, may be negative. */
  rounding: number
  /** net + tax + rounding. */
  total: number
  /** Σ line cost. */
  cost: number
  taxIncluded: boolean
  taxes: TaxAmount[]
}

/** Created once and never touched again. */
export interface Bill extends ShopDocument {
  _type: 'bill'
  number: string
  series: string
  sequence: number
  /** Absent: walk-in. */
  customer?: WeakReference
  customerName?: string
  serviceType: ServiceType
  lines: BillLine[]
  totals: Totals
  currency: string
  dueDate: string
  /** Calendar day of `occurredAt` in the shop's time zone. */
  day: string
  issuedAt: string
  occurredAt: string
  issuedBy: Actor
  reference?: string
  notes?: string
  /** Ids of the ledger entries written with it. */
  entries?: string[]
  command: CommandRecord
}

export interface CreditNoteLine extends BillLine {
  /** `_key` of the bill's line; absent for a return without a bill. */
  billLine?: string
  restock: boolean
}

export interface CreditNote extends ShopDocument {
  _type: 'creditNote'
  number: string
  series: string
  sequence: number
  bill?: WeakReference
  billNumber?: string
  customer?: WeakReference
  customerName?: string
  lines: CreditNoteLine[]
  totals: Totals
  currency: string
  reason: string
  day: string
  issuedAt: string
  occurredAt: string
  issuedBy: Actor
  reference?: string
  /** Ids of the ledger entries written with it. */
  entries?: string[]
  command: CommandRecord
}

export interface BillDraft extends ShopDocument {
  _type: 'billDraft'
  title?: string
  /** The unissued command, as JSON text. */
  content: string
  parkedAt: string
  by: Actor
  command: CommandRecord
}
