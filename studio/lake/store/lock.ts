import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeStoreError} from '../errors.ts'

export interface DirectoryLock {
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
  const database = new DatabaseSync(join(directory, 'lake.lock'), {timeout: 0})
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new LakeStoreError(
      'locked',
      `The lake in "${directory}" is in use by another process${holder(pidFile)}. Nothing was changed. Stop that process, or give this one another directory.`,
      {cause: error},
    )
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return {
    release() {
      rmSync(pidFile, {force: true})
      database.close()
    },
  }
}

function holder(pidFile: string): string {
  try {
    return ` (process ${Number.parseInt(readFileSync(pidFile, 'utf8'), 10)})`
  } catch {
    return ''
  }
}
