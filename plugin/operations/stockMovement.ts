import type {Decimals, StockTransactionKind} from '../domain/documents.ts'

/** The part of a product that its ledger entries snapshot; a bill's line has it too. */
export interface StockItem {
  id: string
  name: string
  sku?: string | undefined
  unit: {name: string; decimals: Decimals}
  stockPolicy?: 'deny' | 'allow' | undefined
}

/** All that one operation moves of one product. */
export interface StockMovement {
  item: StockItem
  /** Signed, smallest steps. */
  quantity: number
  /** Cost of the whole movement, minor units ≥ 0, where it is known. */
  value?: number | undefined
  /** Where it differs from the operation's own. */
  reason?: string
  occurredAt?: string
}

/** Where the movements come from: the same for every entry of an operation. */
export interface StockPosting {
  kind: StockTransactionKind
  source: {id: string; label: string}
  reason?: string | undefined
  occurredAt: string
  /** The caller said when it happened, so it may have happened before the last count. */
  isBackdated: boolean
}
