import {randomUUID} from 'node:crypto'
import {DatabaseSync} from 'node:sqlite'

/** Users' own settings (`users/me/keyvalue`) and the lake's id, beside the documents. */
export interface SettingsStore {
  /** Tells this lake's history from any other's; stays through restarts. */
  readonly lakeId: string
  get: (user: string, key: string) => unknown
  set: (user: string, key: string, value: unknown) => void
  close: () => void
}

export function openSettings(path: string): SettingsStore {
  const database = new DatabaseSync(path)
  // No WAL: its index is mapped into memory, and a file system that stops taking writes ends the process there.
  database.exec(`PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS settings (
      owner TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (owner, key)
    ) STRICT`)
  const select = database.prepare('SELECT value FROM settings WHERE owner = ? AND key = ?')
  const upsert = database.prepare(
    `INSERT INTO settings (owner, key, value) VALUES (?, ?, ?)
     ON CONFLICT (owner, key) DO UPDATE SET value = excluded.value`,
  )
  const get = (owner: string, key: string): unknown => {
    const row = select.get(owner, key)
    const value: unknown = row === undefined ? undefined : JSON.parse(String(row.value))
    return value
  }
  const set = (owner: string, key: string, value: unknown) => {
    upsert.run(owner, key, JSON.stringify(value ?? null))
  }
  const makeId = () => {
    const id = randomUUID().replaceAll('-', '').slice(0, 12)
    set('', 'lake-id', id)
    return id
  }
  const known = get('', 'lake-id')
  return {
    lakeId: typeof known === 'string' ? known : makeId(),
    get: (user, key) => get(`user:${user}`, key),
    set: (user, key, value) => set(`user:${user}`, key, value),
    close: () => database.close(),
  }
}
