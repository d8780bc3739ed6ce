import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {openDatabaseFile} from '../databaseFile.ts'

export type FixtureDocument = {_id: string; _type: string; [attribute: string]: unknown}

/** A lake file with the two tables that the query room reads; for tests that need no store. */
export interface LakeFile {
  readonly path: string
  /** Writes one transaction; gives its sequence. */
  commit(dataset: string, changes: readonly (FixtureDocument | {delete: string})[]): number
  remove(): void
}

const SCHEMA = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
  CREATE TABLE documents (dataset TEXT, id TEXT, type TEXT, rev TEXT, body TEXT, sequence INTEGER, PRIMARY KEY (dataset, id));
  CREATE TABLE changes (sequence INTEGER, ordinal INTEGER, dataset TEXT, document_id TEXT, after TEXT, mutations TEXT);
  CREATE INDEX changes_by_sequence ON changes (sequence, ordinal);
  CREATE INDEX changes_by_document ON changes (dataset, document_id, sequence);
`

export function createLakeFile(): LakeFile {
  const directory = mkdtempSync(join(tmpdir(), 'lake-query-'))
  const path = join(directory, 'lake.sqlite')
  const database = openDatabaseFile(path)
  database.exec(SCHEMA)
  const put = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)')
  const drop = database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const log = database.prepare('INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?)')
  let sequence = 0
  return {
    path,
    commit(dataset, changes) {
      sequence += 1
      database.exec('BEGIN')
      changes.forEach((change, ordinal) => {
        const body = isDeletion(change) ? null : JSON.stringify(change)
        const id = isDeletion(change) ? change.delete : change._id
        if (isDeletion(change)) drop.run(dataset, id)
        else put.run(dataset, id, change._type, `r${sequence}`, body, sequence)
        log.run(sequence, ordinal, dataset, id, body, '[]')
      })
      database.exec('COMMIT')
      return sequence
    },
    remove() {
      database.close()
      rmSync(directory, {recursive: true})
    },
  }
}

function isDeletion(change: FixtureDocument | {delete: string}): change is {delete: string} {
  return 'delete' in change
}
