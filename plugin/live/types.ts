import type {Observable} from 'rxjs'
import type {
  AlertNote,
  Bill,
  BillBalance,
  BillDraft,
  Brand,
  Category,
  CreditNote,
  CustomerAccount,
  DaySummary,
  LatencyFigures,
  Payment,
  Product,
  Series,
  ShopDocument,
  StockLevel,
  StockTransaction,
  UserRow,
} from '../domain/documents.ts'
import type {StockCover} from '../domain/cover.ts'
import type {DayFigures, RangeFigures} from '../domain/dayFigures.ts'
import type {ShopFigures} from '../domain/figures.ts'
import type {Headline} from '../domain/headline.ts'
import type {PaperAlerts} from '../domain/paperAlerts.ts'
import type {Drift} from '../domain/proof.ts'
import type {ShopSettingsValues} from '../domain/options.ts'

export type {Drift, DriftKind} from '../domain/proof.ts'
export type {DueSoonAlert, OverdueAlert, StockAlert} from '../domain/alerts.ts'
export type {LargeDiscountAlert, LargeVoidAlert, PaperAlerts} from '../domain/paperAlerts.ts'
export type {MalformedDocument, ShopFigures} from '../domain/figures.ts'
export type {DayFigures, DaySums, ProductSales, RangeFigures} from '../domain/dayFigures.ts'
export type {
  Headline,
  PastDay,
  ReceivablesHeadline,
  SalesHeadline,
  StockHeadline,
} from '../domain/headline.ts'
export type {AgingBucket, AgingBucketName, ReceivableAging} from '../domain/aging.ts'
export type {StockCover} from '../domain/cover.ts'

export type Collection<T extends ShopDocument> = ReadonlyMap<string, T>

/** Published documents only, by `_id`. Each Map keeps its identity until one of its documents changes. */
export interface ShopCollections {
  products: Collection<Product>
  brands: Collection<Brand>
  categories: Collection<Category>
  /** Without what only papers and files show: `useShopHistory().users()` reads them whole. */
  users: Collection<UserRow>
  bills: Collection<Bill>
  billBalances: Collection<BillBalance>
  payments: Collection<Payment>
  customerAccounts: Collection<CustomerAccount>
  creditNotes: Collection<CreditNote>
  billDrafts: Collection<BillDraft>
  stockLevels: Collection<StockLevel>
  stockTransactions: Collection<StockTransaction>
  series: Collection<Series>
  daySummaries: Collection<DaySummary>
  alertNotes: Collection<AlertNote>
}

/** What the shop says of itself: re-checked with every change on the documents that are held. */
export interface ShopProofState {
  /** `checking` until the working set is in. */
  status: 'checking' | 'proved' | 'drift'
  /** ISO UTC of the last check, to the second. */
  checkedAt?: string
  /** Values that do not follow from the documents they are derived from; each leaves once it does again. */
  drifts: readonly Drift[]
}

export interface ShopSnapshot extends ShopCollections {
  settings: ShopSettingsValues
  figures: ShopFigures
  /** What the tiles say until the documents are there: figures of a moment ago, of the lake or of an earlier visit. */
  headline: Headline | undefined
  paperAlerts: PaperAlerts
  proof: ShopProofState
  /** Draft and version ids by published id: shown as a mark, never counted. */
  drafts: ReadonlyMap<string, readonly string[]>
  /** Contradictions between the embedding project's options and the stored settings, in words. */
  notices: readonly string[]
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

/** A write that the lake refused: its documents show the lake's values again. */
export interface RejectedWrite {
  /** ISO UTC. */
  at: string
  /** What happened, what was kept and what to do. */
  reason: string
  /** Ids of the documents that were rolled back; no others were. */
  documents: readonly string[]
}

/** The connection came into a state. */
export interface StatusTransition {
  name: LiveStatusName
  /** ISO UTC. */
  at: string
  reason?: string
}

export interface LiveStatus {
  name: LiveStatusName
  /** ISO UTC. */
  since: string
  /** ISO UTC of the last event, absent before the first. */
  lastEventAt?: string
  /** ISO UTC of the moment the shown data was last known to equal the lake. */
  asOf?: string
  events: number
  /** Over the last ten seconds. */
  eventsPerSecond: number
  resyncs: number
  repairs: number
  /** Commit (server time) to applied, ms, by the lake's clock, over the last 200 events; `measured`: how many. */
  latency?: LatencyFigures
  /** The last write that was shown as pending and then taken back, and why. */
  rejection?: RejectedWrite
  /** Present when something is wrong, be it only the device's clock: what happened and what to do. */
  reason?: string
  /** The last states it came into, oldest first, this one included; at most 100. */
  history: readonly StatusTransition[]
}

/** Documents of the working set by relation; the array keeps its identity until one of its documents changes. */
export interface ShopRelations {
  productsByBrand(brandId: string): readonly Product[]
  productsByCategory(categoryId: string): readonly Product[]
  billsByCustomer(userId: string): readonly Bill[]
  /** Oldest first, by ledger sequence. */
  entriesByProduct(productId: string): readonly StockTransaction[]
  paymentsByBill(billId: string): readonly Payment[]
  creditNotesByBill(billId: string): readonly CreditNote[]
  levelOf(productId: string): StockLevel | undefined
  balanceOf(billId: string): BillBalance | undefined
  /** How long a product's stock lasts at the rate of the days held; `undefined` when none of it was sold. */
  coverOf(productId: string): StockCover | undefined
}

export interface ShopStore {
  /** Settles when the first complete snapshot is in; rejects when access is refused. */
  ready: Promise<void>
  status$: Observable<LiveStatus>
  getStatus(): LiveStatus
  getSnapshot(): ShopSnapshot
  /** Called after every step of `version`. */
  subscribe(listener: () => void): () => void
  /** Called after every step with the ids of the documents it changed (a level's product too). */
  subscribeChanges(listener: (ids: ReadonlySet<string>) => void): () => void
  /** Lookups by relation on the current snapshot, kept by deltas. */
  related: ShopRelations
  /**
   * All figures of one calendar day, kept by deltas while they are asked for: from the day's documents where they are
   * held, else from its summary (then without products). The same object until something of that day changes.
   */
  figuresOf(day: string): DayFigures
  /**
   * Figures over any range of calendar days, both included, from the day summaries: no bill is read or held for them.
   * Kept by deltas while they are asked for; the same object until one of the days changes.
   */
  figuresBetween(from: string, to: string): RangeFigures
  /** Called when the document with this id (a level for its product too) changes; for row components. */
  subscribeTo(id: string, listener: () => void): () => void
  /** Figures of another day than today (the dashboard's as-of date); `undefined` returns to today. */
  setDay(day: string | undefined): void
  destroy(): void
}
