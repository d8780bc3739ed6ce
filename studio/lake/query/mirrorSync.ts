import type {DatabaseSync, StatementSync} from 'node:sqlite'

import {openDatabaseFile} from '../databaseFile.ts'
import {LakeError} from '../errors.ts'
import {Mirror} from './mirror.ts'

interface KeptMirror {
  mirror: Mirror
  sequence: number
}

/** Mirrors of the datasets in one SQLite file, brought up to the last committed transaction whenever they are asked for. */
export interface MirrorSource {
  /** @throws LakeError 503 `lakeBehindError` when `minSequence` is not in the file */
  mirrorOf(dataset: string, minSequence: number): Mirror
}

/** Opens the file read-only. In WAL mode a read sees every transaction that was acknowledged before it. */
export function openMirrorSource(path: string): MirrorSource {
  const database = openDatabaseFile(path, {readOnly: true})
  database.exec('PRAGMA query_only = ON; PRAGMA busy_timeout = 5000')
  const last = database.prepare('SELECT COALESCE(MAX(sequence), 0) AS sequence FROM changes')
  // `+dataset` keeps SQLite from the index by document: through it every query would read the whole history.
  const changes = database.prepare(
    'SELECT sequence, document_id, after FROM changes WHERE +dataset = ? AND sequence > ? ORDER BY sequence, ordinal',
  )
  const mirrors = new Map<string, KeptMirror>()
  return {
    mirrorOf(dataset, minSequence) {
      const kept = mirrors.get(dataset) ?? loadMirror(database, last, dataset)
      // Half a transaction may be in it when reading fails: only a mirror that is whole is kept.
      mirrors.delete(dataset)
      for (const row of changes.iterate(dataset, kept.sequence)) {
        kept.mirror.apply(String(row['document_id']), textOrNull(row['after']))
        kept.sequence = Number(row['sequence'])
      }
      mirrors.set(dataset, kept)
      if (minSequence > kept.sequence && minSequence > lastSequence(last)) throw behind(minSequence)
      return kept.mirror
    },
  }
}

function loadMirror(database: DatabaseSync, last: StatementSync, dataset: string): KeptMirror {
  const mirror = new Mirror()
  // One read transaction: the documents and the sequence they stand for belong together.
  database.exec('BEGIN')
  try {
    const sequence = lastSequence(last)
    const documents = database.prepare('SELECT id, body FROM documents WHERE dataset = ?')
    for (const row of documents.iterate(dataset))
      mirror.apply(String(row['id']), textOrNull(row['body']))
    return {mirror, sequence}
  } finally {
    database.exec('COMMIT')
  }
}

function lastSequence(last: StatementSync): number {
  return Number(last.get()?.['sequence'] ?? 0)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function behind(minSequence: number): LakeError {
  return new LakeError(
    503,
    'lakeBehindError',
    `transaction ${minSequence} is not in the lake's file yet; ask again`,
  )
}
