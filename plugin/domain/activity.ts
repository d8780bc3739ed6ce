import type {
  Actor,
  Bill,
  BillBalance,
  Brand,
  Category,
  CreditNote,
  Payment,
  Product,
  StockTransaction,
  User,
} from './documents.ts'
import {compareText} from './alerts.ts'

export const ACTIVITY_KINDS = [
  'bill',
  'payment',
  'creditNote',
  'void',
  'movement',
  'catalogue',
] as const

export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export type CatalogueDocument = Product | Brand | Category | User

/** One thing that happened in the shop. `at`: ISO UTC, when it occurred; edits: when they were stored. */
export type ActivityItem = {
  /** One an item: a bill and its voiding are two. */
  key: string
  at: string
  /** Absent for edits: the history of the document knows. */
  by?: Actor
} & (
  | {kind: 'bill'; document: Bill}
  | {kind: 'payment'; document: Payment}
  | {kind: 'creditNote'; document: CreditNote}
  | {kind: 'void'; document: BillBalance; reason: string}
  | {kind: 'movement'; document: StockTransaction}
  | {kind: 'catalogue'; document: CatalogueDocument}
)

export function billActivity(document: Bill): ActivityItem {
  const {_id, occurredAt, issuedBy} = document
  return {kind: 'bill', key: _id, at: occurredAt, by: issuedBy, document}
}

export function paymentActivity(document: Payment): ActivityItem {
  return {kind: 'payment', key: document._id, at: document.at, by: document.by, document}
}

export function creditActivity(document: CreditNote): ActivityItem {
  const {_id, occurredAt, issuedBy} = document
  return {kind: 'creditNote', key: _id, at: occurredAt, by: issuedBy, document}
}

/** `undefined` while the bill stands. */
export function voidActivity(document: BillBalance): ActivityItem | undefined {
  if (document.void === undefined) return undefined
  const {at, by, reason} = document.void
  return {kind: 'void', key: `void ${document._id}`, at, by, reason, document}
}

export function movementActivity(document: StockTransaction): ActivityItem {
  const {_id, occurredAt, actor} = document
  return {kind: 'movement', key: _id, at: occurredAt, by: actor, document}
}

/** The last change of a document; earlier ones are in its own history. */
export function catalogueActivity(document: CatalogueDocument): ActivityItem {
  const {_id, _rev, _updatedAt} = document
  return {kind: 'catalogue', key: `${_id} ${_rev}`, at: _updatedAt, document}
}

/** A movement that a bill or credit note tells already. */
export function isTold(item: ActivityItem): boolean {
  if (item.kind !== 'movement') return false
  return ['sale', 'return', 'void'].includes(item.document.kind)
}

/** Newest first, each once; of two with one key the later list wins. */
export function mergeActivity(...lists: readonly (readonly ActivityItem[])[]): ActivityItem[] {
  const byKey = new Map(lists.flat().map((item) => [item.key, item]))
  return [...byKey.values()].toSorted(
    (a, b) => compareText(b.at, a.at) || compareText(b.key, a.key),
  )
}
