import type {DatabaseSync} from 'node:sqlite'
import {isStoredDocument} from '../mutations/document.ts'
import {collectReferences} from '../mutations/references.ts'
import type {ScheduledRelease} from '../releases/releaseClock.ts'
import {releaseIdOf, versionPrefix} from '../mutations/releaseIds.ts'
import type {CommittedTransaction, Dataset, DocumentChange, StoredDocument} from '../types.ts'

/** Every statement that reads or writes the present state; prepared once, parameters always bound. */
export function createRows(database: DatabaseSync) {
  const selectDocument = database.prepare('SELECT body FROM documents WHERE dataset = ? AND id = ?')
  const selectReferrers = database.prepare(
    'SELECT from_id FROM document_references WHERE dataset = ? AND to_id = ? AND weak = 0 AND from_id <> to_id LIMIT ?',
  )
  const selectVersions = database.prepare(
    `SELECT id FROM documents WHERE dataset = ?1 AND id = 'drafts.' || ?2
     UNION ALL
     SELECT id FROM documents WHERE dataset = ?1 AND id > 'versions.' AND id < 'versions/'
       AND substr(id, -length(?2) - 1) = '.' || ?2`,
  )
  const selectRelease = database.prepare(
    `SELECT id FROM documents WHERE dataset = ?1 AND id >= ?2 AND id < ?2 || '~' ORDER BY id`,
  )
  const selectScheduled = database.prepare(
    `SELECT id, json_extract(body, '$.publishAt') AS publish_at, json_extract(body, '$.userId') AS author
     FROM documents
     WHERE dataset = ? AND type = 'system.release' AND json_extract(body, '$.state') = 'scheduled'`,
  )
  const selectLastState = database.prepare(
    `SELECT after FROM changes WHERE dataset = ? AND document_id = ? AND after IS NOT NULL
     ORDER BY sequence DESC, ordinal DESC LIMIT 1`,
  )
  const selectTransaction = database.prepare(
    'SELECT sequence FROM transactions WHERE dataset = ? AND transaction_id = ?',
  )
  const selectLast = database.prepare(
    'SELECT sequence, timestamp FROM transactions ORDER BY sequence DESC LIMIT 1',
  )
  const selectDatasets = database.prepare('SELECT name, acl_mode FROM datasets ORDER BY name')
  const upsertDataset = database.prepare(
    'INSERT INTO datasets (name, acl_mode) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET acl_mode = excluded.acl_mode',
  )
  const insertTransaction = database.prepare(
    'INSERT INTO transactions (sequence, dataset, transaction_id, timestamp, author) VALUES (?, ?, ?, ?, ?)',
  )
  const insertChange = database.prepare(
    `INSERT INTO changes (sequence, ordinal, dataset, document_id, before_sequence, after, mutations)
     VALUES (?1, ?2, ?3, ?4, (SELECT sequence FROM documents WHERE dataset = ?3 AND id = ?4), ?5, ?6)`,
  )
  const insertDocument = database.prepare(
    'INSERT INTO documents (dataset, id, type, rev, body, sequence) VALUES (?, ?, ?, ?, ?, ?)',
  )
  // Names no indexed column, so that SQLite leaves the indexes alone.
  const updateDocument = database.prepare(
    'UPDATE documents SET rev = ?, body = ?, sequence = ? WHERE dataset = ? AND id = ?',
  )
  const deleteDocument = database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const deleteReferences = database.prepare(
    'DELETE FROM document_references WHERE dataset = ? AND from_id = ?',
  )
  const insertReference = database.prepare(
    'INSERT INTO document_references (dataset, from_id, to_id, weak) VALUES (?, ?, ?, ?)',
  )

  function writeReferences(dataset: string, change: DocumentChange): void {
    const before = [...collectReferences(change.before).values()]
    const after = [...collectReferences(change.after).values()]
    const isSame = (index: number): boolean =>
      before[index]?.to === after[index]?.to && before[index]?.weak === after[index]?.weak
    if (before.length === after.length && before.every((_, index) => isSame(index))) return
    deleteReferences.run(dataset, change.documentId)
    for (const {to, weak} of after)
      insertReference.run(dataset, change.documentId, to, Number(weak))
  }

  function writeChange(
    transaction: CommittedTransaction,
    ordinal: number,
    change: DocumentChange,
  ): void {
    const {sequence, dataset} = transaction
    const {documentId: id, before, after} = change
    const body = after && JSON.stringify(after)
    insertChange.run(sequence, ordinal, dataset, id, body, JSON.stringify(change.mutations))
    const isUpdate = before !== null && after !== null && before._type === after._type
    if (!isUpdate && before) deleteDocument.run(dataset, id)
    if (after && body !== null) {
      if (isUpdate) updateDocument.run(after._rev, body, sequence, dataset, id)
      else insertDocument.run(dataset, id, after._type, after._rev, body, sequence)
    }
    writeReferences(dataset, change)
  }

  return {
    document(dataset: string, id: string): StoredDocument | null {
      return toDocument(selectDocument.get(dataset, id)?.body)
    },
    strongReferrers(dataset: string, id: string, limit: number): readonly string[] {
      return selectReferrers.all(dataset, id, limit).map((row) => String(row.from_id))
    },
    versionsOf(dataset: string, publishedId: string): readonly string[] {
      return selectVersions.all(dataset, publishedId).map((row) => String(row.id))
    },
    versionsIn(dataset: string, releaseId: string): readonly string[] {
      return selectRelease.all(dataset, versionPrefix(releaseId)).map((row) => String(row.id))
    },
    scheduledReleases(datasets: readonly string[]): readonly ScheduledRelease[] {
      return datasets
        .flatMap((dataset) => selectScheduled.all(dataset).map((row) => toScheduled(dataset, row)))
        .toSorted((left, right) => Date.parse(left.publishAt) - Date.parse(right.publishAt))
    },
    lastState(dataset: string, id: string): StoredDocument | null {
      return toDocument(selectLastState.get(dataset, id)?.after)
    },
    hasTransaction(dataset: string, transactionId: string): boolean {
      return selectTransaction.get(dataset, transactionId) !== undefined
    },
    last(): {sequence: number; timestamp: string} {
      const row = selectLast.get()
      return {sequence: Number(row?.sequence ?? 0), timestamp: String(row?.timestamp ?? '')}
    },
    datasets(): readonly Dataset[] {
      return selectDatasets.all().map((row) => ({
        name: String(row.name),
        aclMode: row.acl_mode === 'public' ? 'public' : 'private',
      }))
    },
    writeDataset(dataset: Dataset): void {
      upsertDataset.run(dataset.name, dataset.aclMode)
    },
    writeTransaction(transaction: CommittedTransaction): void {
      const {sequence, dataset, transactionId, timestamp, author} = transaction
      insertTransaction.run(sequence, dataset, transactionId, timestamp, author)
      for (const [ordinal, change] of transaction.changes.entries())
        writeChange(transaction, ordinal, change)
    },
  }
}

export type Rows = ReturnType<typeof createRows>

function toScheduled(dataset: string, row: Record<string, unknown>): ScheduledRelease {
  return {
    dataset,
    releaseId: releaseIdOf(String(row.id)) ?? '',
    publishAt: String(row.publish_at),
    author: typeof row.author === 'string' ? row.author : '',
  }
}

/** A document from its stored JSON; null for a deletion. @throws Error when the row holds no document */
export function toDocument(body: unknown): StoredDocument | null {
  if (body === null || body === undefined) return null
  const value: unknown = JSON.parse(String(body))
  if (!isStoredDocument(value)) throw new Error('A stored row of the lake holds no document')
  return value
}
