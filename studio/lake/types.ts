/** A JSON object as it stands in the lake. Every stored document has `_id`, `_type`, `_rev`, `_createdAt`, `_updatedAt`. */
export interface StoredDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [attribute: string]: unknown
}

/** One mutation in the wire shape of `POST data/mutate`, already checked to be an object with one known key. */
export type WireMutation = {[kind: string]: unknown}

/** What one transaction did to one document; a mutation event of a listener is built from it. */
export interface DocumentChange {
  documentId: string
  before: StoredDocument | null
  after: StoredDocument | null
  /** Only the mutations of this document, in order. */
  mutations: readonly WireMutation[]
}

/** One committed transaction. `sequence` rises by one per commit of the whole lake. */
export interface CommittedTransaction {
  sequence: number
  dataset: string
  transactionId: string
  /** ISO UTC, server time. */
  timestamp: string
  /** User id of the author. */
  author: string
  changes: readonly DocumentChange[]
}

export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
}

/** Answers whether a change is allowed; throws a `LakeError` (403) when it is not. */
export type ChangeGuard = (change: DocumentChange) => void

/** Answers whether a document may be read: copied into another, told of in an error; throws a `LakeError` (403) when it is not. */
export type ReadGuard = (document: StoredDocument) => void

/** Asked before anything of a document can show in another error; both throw a `LakeError` (403). */
export interface EarlyGuard {
  /** @param before - the stored document that a mutation changes or deletes */
  update(before: StoredDocument): void
  /** @param after - the document that a mutation would create */
  create(after: StoredDocument): void
}

export interface CommitRequest {
  mutations: readonly WireMutation[]
  transactionId?: string
  author: string
  guard?: ChangeGuard
  earlyGuard?: EarlyGuard
  readGuard?: ReadGuard
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
  /** Ids for delete and patch by query: the query engine runs inside the transaction's turn. */
  resolveQuery?: (query: string, params: Record<string, unknown>) => Promise<readonly string[]>
}

/** One action in the wire shape of `POST data/actions`: `{actionType, ...}`. */
export type WireAction = {[argument: string]: unknown}

/** A request of `POST data/actions`. */
export interface ActionRequest {
  actions: readonly WireAction[]
  transactionId?: string
  author: string
  guard?: ChangeGuard
  earlyGuard?: EarlyGuard
  readGuard?: ReadGuard
  dryRun?: boolean
}

export interface CommitResponse {
  /** For a dry run: what would have been committed, with the sequence of the last real commit. */
  transaction: CommittedTransaction
  /** One per mutation that met a document; a delete of a missing document has none. */
  results: readonly MutationResult[]
}

export type AclMode = 'private' | 'public'

export interface Dataset {
  name: string
  aclMode: AclMode
}
