import type {DatabaseSync} from 'node:sqlite'
import {openDatabaseFile} from '../databaseFile.ts'
import {LakeStoreError} from '../errors.ts'
import {APPLICATION_ID, createTables, STORE_VERSION} from './tables.ts'

/** FULL syncs the log at every COMMIT: durable when acknowledged. The checkpoint comes after 16 MB of log. */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA cache_size = -65536;
`

/**
 * Opens or makes the database file. A file that is damaged, of another program or of a newer version is refused
 * before anything is written to it.
 * @throws LakeStoreError
 */
export function openDatabase(path: string): DatabaseSync {
  const database = openDatabaseFile(path, {timeout: 5_000})
  try {
    checkFile(database, path)
    database.exec(SETTINGS)
    if (isEmpty(database)) createTables(database)
    return database
  } catch (error) {
    database.close()
    if (error instanceof LakeStoreError) throw error
    throw new LakeStoreError(
      'corrupt',
      `The file "${path}" cannot be read as a lake (${error instanceof Error ? error.message : String(error)}). It was left as it is. Restore it from a backup, or move it away to start with an empty lake.`,
      {cause: error},
    )
  }
}

function checkFile(database: DatabaseSync, path: string): void {
  const applicationId = readPragma(database, 'application_id')
  const version = readPragma(database, 'user_version')
  if (isEmpty(database) && applicationId === 0 && version === 0) return
  if (applicationId !== APPLICATION_ID) {
    throw new LakeStoreError(
      'foreignFile',
      `The file "${path}" is a database of another program. It was left as it is. Give the lake another directory.`,
    )
  }
  if (version > STORE_VERSION) {
    throw new LakeStoreError(
      'newerVersion',
      `The lake in "${path}" was written by a newer version (${version}; this one knows ${STORE_VERSION}). It was left as it is. Update, or give the lake another directory.`,
    )
  }
  const check = database.prepare('PRAGMA quick_check(1)').get()?.quick_check
  if (check !== 'ok') throw new Error(String(check))
}

function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT count(*) AS count FROM sqlite_master').get()?.count === 0
}

function readPragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
}
