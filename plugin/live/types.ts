import type {Observable} from 'rxjs'
import type {
  Bill,
  BillBalance,
  BillDraft,
  Brand,
  Category,
  CreditNote,
  DaySummary,
  Payment,
  Product,
  Series,
  ShopDocument,
  StockLevel,
  StockTransaction,
  User,
} from '../domain/documents.ts'
import type {ShopSettingsValues} from '../domain/options.ts'

export type Collection<T extends ShopDocument> = ReadonlyMap<string, T>

/** Published documents only, by `_id`. Each Map keeps its identity until one of its documents changes. */
export interface ShopCollections {
  products: Collection<Product>
  brands: Collection<Brand>
  categories: Collection<Category>
  users: Collection<User>
  bills: Collection<Bill>
  billBalances: Collection<BillBalance>
  payments: Collection<Payment>
  creditNotes: Collection<CreditNote>
  billDrafts: Collection<BillDraft>
  stockLevels: Collection<StockLevel>
  stockTransactions: Collection<StockTransaction>
  series: Collection<Series>
  daySummaries: Collection<DaySummary>
}

/** What the screens show: aggregates moved by deltas, one predicate for tile, list, badge and alert. Money in minor units. */
export interface ShopFigures {
  /** The shop's calendar day the figures are for. */
  day: string
  billsToday: number
  salesToday: number
  /** 0 without bills. */
  averageBill: number
  creditsToday: number
  stockValue: number
  receivables: number
  lowStock: readonly StockAlert[]
  outOfStock: readonly StockAlert[]
  negativeStock: readonly StockAlert[]
  overdue: readonly OverdueAlert[]
  /** Documents that are not counted because they are malformed. */
  malformed: readonly {id: string; type: string; reason: string}[]
}

export interface StockAlert {
  productId: string
  name: string
  sku?: string
  onHand: number
  reorderLevel: number
  unit: {name: string; decimals: number}
}

export interface OverdueAlert {
  billId: string
  number: string
  customerName?: string
  balance: number
  dueDate: string
  daysOverdue: number
}

export interface ShopSnapshot extends ShopCollections {
  settings: ShopSettingsValues
  figures: ShopFigures
  /** Draft and version ids by published id: shown as a mark, never counted. */
  drafts: ReadonlyMap<string, readonly string[]>
  /** Ids of documents with a pending optimistic value. */
  pending: ReadonlySet<string>
  /** Rises by one whenever something changed; a whole transaction is one step. */
  version: number
}

export type LiveStatusName =
  | 'connecting'
  | 'live'
  | 'reconnecting'
  | 'resyncing'
  | 'offline'
  | 'unauthorized'
  | 'stale'

export interface LiveStatus {
  name: LiveStatusName
  /** ISO UTC. */
  since: string
  /** ISO UTC of the last event, absent before the first. */
  lastEventAt?: string
  /** ISO UTC of the moment the shown data was last known to equal the lake. */
  asOf?: string
  events: number
  resyncs: number
  repairs: number
  /** Commit (server time) to applied, ms, over the last 200 events. */
  latency?: {p50: number; p95: number}
  /** Present for `unauthorized` and failing states: what happened and what to do. */
  reason?: string
}

export interface ShopStore {
  /** Settles when the first complete snapshot is in; rejects when access is refused. */
  ready: Promise<void>
  status$: Observable<LiveStatus>
  getStatus(): LiveStatus
  getSnapshot(): ShopSnapshot
  /** Called after every step of `version`. */
  subscribe(listener: () => void): () => void
  /** Called when the document with this id (a level for its product too) changes; for row components. */
  subscribeTo(id: string, listener: () => void): () => void
  /** Figures of another day than today (the dashboard's as-of date); `undefined` returns to today. */
  setDay(day: string | undefined): void
  destroy(): void
}
