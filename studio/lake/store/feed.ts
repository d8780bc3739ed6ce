import type {DatabaseSync} from 'node:sqlite'
import type {CommittedTransaction, DocumentChange, WireMutation} from '../types.ts'
import {toDocument} from './rows.ts'

type Listener = (transaction: CommittedTransaction) => void

/** Tells subscribers of new transactions and reads old ones back. */
export function createFeed(database: DatabaseSync, onSubscriberError: (error: unknown) => void) {
  const listeners = new Set<Listener>()
  const selectTransactions = database.prepare(
    `SELECT sequence, dataset, transaction_id, timestamp, author FROM transactions
     WHERE sequence > ? AND dataset = ? ORDER BY sequence LIMIT ?`,
  )
  const selectTransaction = database.prepare(
    'SELECT sequence, dataset, transaction_id, timestamp, author FROM transactions WHERE sequence = ?',
  )
  const selectChanges = database.prepare(
    `SELECT changes.document_id, changes.after, changes.mutations, earlier.after AS before
     FROM changes
     LEFT JOIN changes AS earlier
       ON earlier.dataset = changes.dataset AND earlier.document_id = changes.document_id
       AND earlier.sequence = changes.before_sequence
     WHERE changes.sequence = ? ORDER BY changes.ordinal`,
  )

  function changesOf(sequence: number): readonly DocumentChange[] {
    return selectChanges.all(sequence).map((row) => ({
      documentId: String(row.document_id),
      before: toDocument(row.before),
      after: toDocument(row.after),
      mutations: toMutations(row.mutations),
    }))
  }

  function toTransaction(row: Record<string, unknown>): CommittedTransaction {
    const sequence = Number(row.sequence)
    return {
      sequence,
      dataset: String(row.dataset),
      transactionId: String(row.transaction_id),
      timestamp: String(row.timestamp),
      author: String(row.author),
      changes: changesOf(sequence),
    }
  }

  return {
    publish(transaction: CommittedTransaction): void {
      for (const listener of listeners) {
        try {
          listener(transaction)
        } catch (error) {
          onSubscriberError(error)
        }
      }
    },
    subscribe(listener: Listener): () => void {
      const own: Listener = (transaction) => listener(transaction)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    transaction(sequence: number): CommittedTransaction | null {
      const row = selectTransaction.get(sequence)
      return row ? toTransaction(row) : null
    },
    transactionsSince(
      dataset: string,
      after: number,
      limit: number,
    ): readonly CommittedTransaction[] {
      return selectTransactions.all(after, dataset, limit).map(toTransaction)
    },
  }
}

export type Feed = ReturnType<typeof createFeed>

function toMutations(text: unknown): readonly WireMutation[] {
  const value: unknown = JSON.parse(String(text))
  return Array.isArray(value) ? value : []
}
