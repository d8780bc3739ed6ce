import type {DatabaseSync} from 'node:sqlite'
import {toPublishedId} from '../actions/documentIds.ts'
import {LakeError} from '../errors.ts'
import type {Feed} from '../store/feed.ts'
import {toDocument} from '../store/rows.ts'
import type {CommittedTransaction, StoredDocument} from '../types.ts'
import {type DocumentEvent, toDocumentEvents} from './events.ts'
import type {EventsPage, EventsQuery, HistoryPoint, LakeHistory, TransactionQuery} from './types.ts'

const MAX_TRANSACTIONS = 50
const MAX_EVENTS = 100
const NEWEST = Number.MAX_SAFE_INTEGER

/** Reads the past from the tables of the store. */
export function createHistory(database: DatabaseSync, feed: Feed): LakeHistory {
  const selectSequence = database.prepare(
    'SELECT sequence FROM transactions WHERE dataset = ? AND transaction_id = ?',
  )
  const selectSequenceAt = database.prepare(
    'SELECT sequence FROM transactions WHERE dataset = ? AND timestamp <= ? ORDER BY sequence DESC LIMIT 1',
  )
  const selectAt = database.prepare(
    `SELECT after FROM changes WHERE dataset = ? AND document_id = ? AND sequence <= ?
     ORDER BY sequence DESC LIMIT 1`,
  )
  const selectLastState = database.prepare(
    `SELECT after FROM changes WHERE dataset = ? AND document_id = ? AND after IS NOT NULL
     ORDER BY sequence DESC LIMIT 1`,
  )
  const sequences = (order: 'ASC' | 'DESC') =>
    database.prepare(
      `SELECT DISTINCT changes.sequence FROM changes JOIN transactions USING (sequence)
       WHERE changes.dataset = ? AND document_id IN (SELECT value FROM json_each(?))
         AND changes.sequence BETWEEN ? AND ? AND timestamp BETWEEN ? AND ?
       ORDER BY changes.sequence ${order} LIMIT ?`,
    )
  const [oldestFirst, newestFirst] = [sequences('ASC'), sequences('DESC')]
  const selectVersionIds = database.prepare(
    `SELECT DISTINCT document_id FROM changes WHERE dataset = ?1 AND document_id > 'versions.'
       AND document_id < 'versions/' AND substr(document_id, -length(?2) - 1) = '.' || ?2`,
  )

  function sequenceOf(dataset: string, transactionId: string): number {
    const row = selectSequence.get(dataset, transactionId)
    if (row) return Number(row.sequence)
    throw new LakeError(
      404,
      'transactionNotFoundError',
      `The transaction "${transactionId}" was not found`,
    )
  }

  function transactions(dataset: string, query: TransactionQuery): readonly CommittedTransaction[] {
    const from = query.fromTransaction ? sequenceOf(dataset, query.fromTransaction) : 0
    const to = query.toTransaction ? sequenceOf(dataset, query.toTransaction) : NEWEST
    const limit = toLimit(query.limit, MAX_TRANSACTIONS)
    const rows = (query.reverse ? newestFirst : oldestFirst).all(
      dataset,
      JSON.stringify(query.ids),
      from,
      to,
      query.fromTime ?? '',
      query.toTime ?? '9999',
      limit,
    )
    const read = rows.flatMap((row) => feed.transaction(Number(row.sequence)) ?? [])
    return query.includeIdentifiedDocumentsOnly
      ? read.map((one) => onlyDocuments(one, query.ids))
      : read
  }

  function stateAt(dataset: string, id: string, point: HistoryPoint): StoredDocument | null {
    if ('lastRevision' in point) return toDocument(selectLastState.get(dataset, id)?.after)
    const sequence =
      'revision' in point
        ? sequenceOf(dataset, point.revision)
        : Number(selectSequenceAt.get(dataset, toIsoTime(point.time))?.sequence ?? 0)
    return toDocument(selectAt.get(dataset, id, sequence)?.after)
  }

  function groupIds(dataset: string, documentId: string): readonly string[] {
    const publishedId = toPublishedId(documentId)
    const versions = selectVersionIds
      .all(dataset, publishedId)
      .map((row) => String(row.document_id))
    return [publishedId, `drafts.${publishedId}`, ...versions]
  }

  function events(dataset: string, documentId: string, query: EventsQuery): EventsPage {
    const limit = toLimit(query.limit, MAX_EVENTS)
    const ids = groupIds(dataset, documentId)
    const found: DocumentEvent[] = []
    let to = toCursor(query.cursor)
    while (found.length < limit) {
      const rows = newestFirst.all(
        dataset,
        JSON.stringify(ids),
        0,
        to,
        '',
        '9999',
        MAX_TRANSACTIONS,
      )
      for (const row of rows) {
        const sequence = Number(row.sequence)
        if (found.length >= limit) return {events: found, nextCursor: String(sequence)}
        const transaction = feed.transaction(sequence)
        if (transaction) found.push(...toDocumentEvents(transaction, documentId))
        to = sequence - 1
      }
      if (rows.length < MAX_TRANSACTIONS) return {events: found, nextCursor: ''}
    }
    return {events: found, nextCursor: String(to)}
  }

  return {
    transactions,
    documents: (dataset, ids, point) => ids.flatMap((id) => stateAt(dataset, id, point) ?? []),
    events,
  }
}

function onlyDocuments(
  transaction: CommittedTransaction,
  ids: readonly string[],
): CommittedTransaction {
  return {
    ...transaction,
    changes: transaction.changes.filter(({documentId}) => ids.includes(documentId)),
  }
}

/** The asked limit within what one answer holds; the most when it is none. */
function toLimit(asked: number | undefined, most: number): number {
  return asked !== undefined && Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : most
}

/** @throws LakeError 400 when the text is no time */
function toIsoTime(time: string): string {
  const milliseconds = Date.parse(time)
  if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString()
  throw new LakeError(
    400,
    'validationError',
    `"${time.slice(0, 50)}" is no time; use ISO 8601 such as 2026-01-31T12:00:00Z`,
  )
}

/** @throws LakeError 400 when the cursor is none of ours */
function toCursor(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return NEWEST
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new LakeError(400, 'validationError', 'The cursor is not one that this lake gave out')
}
