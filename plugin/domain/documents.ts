/**
 * Every document of the shop as it stands in the lake.
 *
 * Units: money is an integer in minor units of the shop's currency; quantities are integers in the product's smallest
 * step (`unit.decimals`: 1500 = 1.500 kg); `unitPrice`, `unitCost`, `price` are minor units per WHOLE unit; rates are
 * basis points; times are ISO UTC; `day` and `dueDate` are calendar days (`YYYY-MM-DD`) of the shop's time zone.
 */

export interface ShopDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
}

/** A document that an operation is about to create: the lake adds revision and times. */
export type Draft<T extends ShopDocument> = Omit<T, '_rev' | '_createdAt' | '_updatedAt'>

export interface WeakReference {
  _type: 'reference'
  _ref: string
  _weak: true
}

export interface StrongReference {
  _type: 'reference'
  _ref: string
}

export interface Reference {
  _type: 'reference'
  _ref: string
  _weak?: boolean
}

export interface Slug {
  _type: 'slug'
  current: string
}

export type Decimals = 0 | 1 | 2 | 3

export interface Unit {
  /** As printed: pcs, kg, m, h. */
  name: string
  decimals: Decimals
}

export type StockPolicy = 'deny' | 'allow'

export interface Product extends ShopDocument {
  _type: 'product'
  name: string
  slug?: Slug
  sku: string
  barcode?: string
  brand?: Reference
  category?: Reference
  unit: Unit
  price: number
  /** Basis points; absent: the shop's default rate. */
  taxRate?: number
  reorderLevel?: number
  reorderQuantity?: number
  /** false for services: no level, no ledger. */
  trackStock: boolean
  /** Absent: the shop's policy. */
  stockPolicy?: StockPolicy
  description?: string
  specifications?: {_key: string; name: string; value: string}[]
  isActive: boolean
}

export interface Brand extends ShopDocument {
  _type: 'brand'
  name: string
  slug?: Slug
  description?: string
  isActive: boolean
}

export interface Category extends ShopDocument {
  _type: 'category'
  name: string
  slug?: Slug
  description?: string
  parent?: Reference
  sortOrder?: number
  isActive: boolean
}

export type UserRole = 'customer' | 'admin'

/** A customer or an admin of the shop. Never holds a password, PIN or secret. */
export interface User extends ShopDocument {
  _type: 'user'
  name: string
  role: UserRole
  phone?: string
  email?: string
  address?: string
  taxId?: string
  creditLimit?: number
  notes?: string
  isActive: boolean
}

/** Who did it: a Sanity user id and a readable name. */
export interface Actor {
  id: string
  name: string
}

/** Stands on the root document of every operation: the proof that this command has been done. */
export interface CommandRecord {
  operation: string
  /** Hash of the caller's key. */
  key: string
  /** Hash of the command's content. */
  hash: string
}

export type ServiceType = 'sale' | 'repair' | 'installation' | 'maintenance' | 'custom'

export type PaymentMethod = 'cash' | 'card' | 'upi' | 'bankTransfer' | 'other'

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

/** One a bill. `balance = total − paid − credited`; 0 when void. */
export interface BillBalance extends ShopDocument {
  _type: 'billBalance'
  bill: WeakReference
  number: string
  customer?: WeakReference
  customerName?: string
  total: number
  paid: number
  credited: number
  balance: number
  dueDate: string
  day: string
  /** Credited quantity per line `_key` of the bill, in smallest steps. */
  creditedLines?: {_key: string; quantity: number; amount: number}[]
  /** Payments less refunds by method; sums to `paid`. */
  paidByMethod?: Partial<Record<PaymentMethod, number>>
  /** `command` is the proof that this void has been done. */
  void?: {at: string; by: Actor; reason: string; entries?: string[]; command?: CommandRecord}
}

export interface Payment extends ShopDocument {
  _type: 'payment'
  bill?: WeakReference
  creditNote?: WeakReference
  method: PaymentMethod
  /** Negative: a refund. */
  amount: number
  at: string
  day: string
  by: Actor
  reference?: string
  /** Present when the payment is the root document of its own operation. */
  command?: CommandRecord
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

/** One a product, id `stockLevel.<productId>`: the fold of the product's ledger. */
export interface StockLevel extends ShopDocument {
  _type: 'stockLevel'
  product: StrongReference
  /** Smallest steps; negative under policy `allow`. */
  onHand: number
  /** Total cost of what is on hand, minor units (moving average). */
  value: number
  /** Minor units per whole unit: moving average, or the last known cost when nothing is on hand. */
  unitCost?: number
  /** Number of ledger entries so far. */
  sequence: number
  unit: Unit
  lastCount?: {countedAt: string; sequence: number}
  /** The last entry: names the winner of a lost race. */
  lastEntry: {kind: StockTransactionKind; quantity: number; at: string; by: Actor; source?: string}
}

export type StockTransactionKind =
  | 'opening'
  | 'purchase'
  | 'supplierReturn'
  | 'sale'
  | 'return'
  | 'adjustment'
  | 'damage'
  | 'count'
  | 'void'

/** One ledger entry; append-only. Server time is `_createdAt`. Id `stockTransaction.<hash of product and sequence>`. */
export interface StockTransaction extends ShopDocument {
  _type: 'stockTransaction'
  product: WeakReference
  productName: string
  sku?: string
  unit: Unit
  sequence: number
  kind: StockTransactionKind
  /** Signed, smallest steps. */
  quantity: number
  balanceAfter: number
  /** Minor units per whole unit. */
  unitCost: number
  /** Signed change of the level's value, minor units. */
  value: number
  source?: WeakReference & {label?: string}
  reason?: string
  actor: Actor
  occurredAt: string
  day: string
  command: CommandRecord
}

export type StockOperationKind =
  | 'opening'
  | 'purchase'
  | 'supplierReturn'
  | 'adjustment'
  | 'damage'
  | 'count'

/** Root document of a stock command: goods receipt, return to supplier, opening stock, adjustment or count. */
export interface StockOperation extends ShopDocument {
  _type: 'stockOperation'
  kind: StockOperationKind
  /** Ids of the ledger entries written with it. */
  entries: string[]
  reason?: string
  reference?: string
  occurredAt: string
  day: string
  by: Actor
  command: CommandRecord
}

/** Counter of a numbering series, id `series.<name>`, name e.g. `bill-2026`. */
export interface Series extends ShopDocument {
  _type: 'series'
  name: string
  kind: 'bill' | 'creditNote'
  /** The last number given. */
  last: number
}

/**
 * One a day, id `daySummary.<YYYY-MM-DD>`; moved by setIfMissing + inc without `ifRevisionID`.
 * Keys of `byCategory` and `byBrand` are `attributeKey(id)`.
 */
export interface DaySummary extends ShopDocument {
  _type: 'daySummary'
  day: string
  bills: number
  /** Σ bill totals. */
  sales: number
  creditNotes: number
  /** Σ credit note totals. */
  credits: number
  /** Tax of bills less tax of credit notes. */
  tax: number
  /** Cost of bills less cost of restocked credits. */
  cost: number
  /** Bill totals by hour `h00`…`h23`. */
  byHour: Record<string, number>
  /** Payments (refunds negative) by method. */
  byMethod: Record<string, number>
  /** Line totals by category and brand. */
  byCategory: Record<string, number>
  byBrand: Record<string, number>
}

/** Singleton, id `shopSettings.shop`. */
export interface ShopSettings extends ShopDocument {
  _type: 'shopSettings'
  name?: string
  /** ISO 4217; fixed once a bill exists. */
  currency: string
  /** IANA; fixed once a bill exists. */
  timeZone: string
  tax: {
    /** Basis points for products without their own rate and for free lines. */
    defaultRate: number
    /** Prices contain the tax. */
    included: boolean
    rounding: 'line' | 'bill'
  }
  stockPolicy: StockPolicy
  /** Minor units to which a total is rounded; 1 = none, 100 = whole rupees. */
  cashRounding: number
  /** Days until a bill without its own due date is due. */
  paymentTermDays: number
  series: {
    /** Pattern with `{year}` and `{sequence}`; without `{year}` the series never turns. */
    bill: string
    creditNote: string
  }
}

export interface DocumentByType {
  product: Product
  brand: Brand
  category: Category
  user: User
  bill: Bill
  billBalance: BillBalance
  payment: Payment
  creditNote: CreditNote
  billDraft: BillDraft
  stockLevel: StockLevel
  stockTransaction: StockTransaction
  series: Series
  daySummary: DaySummary
  shopSettings: ShopSettings
}

export type ShopDocumentType = keyof DocumentByType

export type AnyShopDocument = DocumentByType[ShopDocumentType]
