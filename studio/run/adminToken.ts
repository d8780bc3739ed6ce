import {randomBytes} from 'node:crypto'
import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {systemCode} from './errors.ts'

/** The administrator's token of this data directory: made on first use and kept in a file that only its owner reads. */
export function readOrCreateAdminToken(dataDirectory: string): string {
  mkdirSync(dataDirectory, {recursive: true, mode: 0o700})
  const path = join(dataDirectory, 'admin-token')
  const kept = readToken(path)
  if (kept !== null) return kept
  const token = randomBytes(32).toString('hex')
  writeFileSync(path, token, {mode: 0o600})
  return token
}

function readToken(path: string): string | null {
  try {
    const token = readFileSync(path, 'utf8').trim()
    chmodSync(path, 0o600)
    return token.length >= 32 ? token : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}
