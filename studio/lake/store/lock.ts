import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeStoreError} from '../errors.ts'

interface DirectoryLock {
  release(): void
}

/**
 * Takes the directory for this process. The lock is the operating system's lock on `lake.lock`, held by SQLite:
 * it ends with the process, also under `kill -9`, so no stale lock can be left. `lake.pid` only names the holder.
 *
 * Do not open `lake.lock` with `fs` in this process: closing any descriptor of it would drop the lock.
 * @throws LakeStoreError `locked`
 */
export function lockDirectory(directory: string): DirectoryLock {
  const pidFile = join(directory, 'lake.pid')
  const database = openLockFile(directory)
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw isBusy(error)
      ? toLockedError(directory, pidFile, error)
      : toUnusableError(directory, error)
  }
  try {
    writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    database.close()
    throw toUnusableError(directory, error)
  }
  return {
    release() {
      rmSync(pidFile, {force: true})
      database.close()
    },
  }
}

function openLockFile(directory: string): DatabaseSync {
  try {
    return new DatabaseSync(join(directory, 'lake.lock'), {timeout: 0})
  } catch (error) {
    throw toUnusableError(directory, error)
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function toLockedError(directory: string, pidFile: string, cause: unknown): LakeStoreError {
  const message = `The lake in "${directory}" is in use by another process${holder(pidFile)}. Nothing was changed. Stop that process, or give this one another directory.`
  return new LakeStoreError('locked', message, {cause})
}

/** The directory cannot be made, read or written. */
export function toUnusableError(directory: string, cause: unknown): LakeStoreError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `The directory "${directory}" cannot hold the lake (${reason}). Nothing was changed. Give it one that can be written, or give the lake another directory.`
  return new LakeStoreError('unusableDirectory', message, {cause})
}

function holder(pidFile: string): string {
  try {
    return ` (process ${Number.parseInt(readFileSync(pidFile, 'utf8'), 10)})`
  } catch {
    return ''
  }
}
