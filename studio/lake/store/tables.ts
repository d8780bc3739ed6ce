import type {DatabaseSync} from 'node:sqlite'

/** Written as SQLite's `user_version`; raise it with every change of the tables. */
export const STORE_VERSION = 1

/** SQLite's `application_id`: "SLAK". A database with another one is not ours and is left alone. */
export const APPLICATION_ID = 0x53_4c_41_4b

/**
 * The tables of a lake. The query room reads `documents`, `changes` and `document_references` from its own
 * read-only connection; nobody but the store writes.
 *
 * - `documents`: what stands now. `sequence` = the transaction that last changed it.
 * - `transactions`: one row per commit; `sequence` rises by one over all datasets.
 * - `changes`: one row per changed document of a transaction, in order (`ordinal`). `after` is the whole document
 *   as JSON, NULL when it was deleted; `before_sequence` is the change before it, NULL when there was no document.
 * - `document_references`: who points at whom; `weak` 0 or 1.
 */
const TABLES = `
  CREATE TABLE datasets (
    name TEXT PRIMARY KEY,
    acl_mode TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE documents (
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    rev TEXT NOT NULL,
    body TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (dataset, id)
  ) STRICT;
  CREATE INDEX documents_by_type ON documents (dataset, type, id);

  CREATE TABLE transactions (
    sequence INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    author TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX transactions_by_id ON transactions (dataset, transaction_id);

  CREATE TABLE changes (
    sequence INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    document_id TEXT NOT NULL,
    before_sequence INTEGER,
    after TEXT,
    mutations TEXT NOT NULL,
    PRIMARY KEY (sequence, ordinal)
  ) STRICT;
  CREATE INDEX changes_by_document ON changes (dataset, document_id, sequence);

  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    weak INTEGER NOT NULL,
    PRIMARY KEY (dataset, from_id, to_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_references_by_target ON document_references (dataset, to_id, weak, from_id);
`

/** Makes the tables of a new, empty database, all or none. */
export function createTables(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(TABLES)
    database.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${STORE_VERSION}; COMMIT`,
    )
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
