import {platform} from 'node:process'
import {DatabaseSync, type DatabaseSyncOptions} from 'node:sqlite'
import {pathToFileURL} from 'node:url'

/**
 * Opens the lake's file for this process alone, in as many threads as it likes. SQLite keeps its index of the log in
 * memory then. Otherwise it is a mapped file, and the kernel ends the process when the file system takes no more writes to it.
 */
export function openDatabaseFile(path: string, options: DatabaseSyncOptions = {}): DatabaseSync {
  const url = pathToFileURL(path)
  if (platform !== 'win32') url.searchParams.set('vfs', 'unix-excl')
  return new DatabaseSync(url, options)
}
