import type {CommittedTransaction, StoredDocument} from '../types.ts'
import type {DocumentEvent} from './events.ts'

export interface TransactionQuery {
  /** Documents whose transactions are asked for. */
  ids: readonly string[]
  /** First and last transaction, both included. */
  fromTransaction?: string
  toTransaction?: string
  /** First and last time, both included, ISO UTC. */
  fromTime?: string
  toTime?: string
  /** Newest first. */
  reverse?: boolean
  /** Default and maximum 50, as hosted. */
  limit?: number
  /** Leave out the changes of other documents. */
  includeIdentifiedDocumentsOnly?: boolean
}

/** Which state of a document: as a transaction left it, as it stood at a time, or its last one before a deletion. */
export type HistoryPoint = {revision: string} | {time: string} | {lastRevision: true}

export interface EventsQuery {
  limit?: number
  cursor?: string
}

export interface EventsPage {
  events: readonly DocumentEvent[]
  /** Empty when there are no more. */
  nextCursor: string
}

/** Reads of what was. Everything is kept for ever. All calls of a dataset that is not there throw `LakeError` 404. */
export interface LakeHistory {
  /** Transactions that changed any of the documents. @throws LakeError 404 for an unknown transaction id */
  transactions(dataset: string, query: TransactionQuery): readonly CommittedTransaction[]
  /** The documents there were at a point, in the order of the ids. @throws LakeError 404 for an unknown revision */
  documents(dataset: string, ids: readonly string[], point: HistoryPoint): readonly StoredDocument[]
  /** What happened to a document, a draft or a version: created, published, unpublished, deleted. Newest first. */
  events(dataset: string, documentId: string, query: EventsQuery): EventsPage
}
