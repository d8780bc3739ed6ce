import type {
  Actor,
  CommandRecord,
  ShopDocument,
  StrongReference,
  Unit,
  WeakReference,
} from './base.ts'

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
