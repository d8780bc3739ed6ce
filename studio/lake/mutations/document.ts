import {randomFillSync} from 'node:crypto'
import type {StoredDocument} from '../types.ts'
import {isObject, type JsonObject} from './json.ts'

/** What every document of one transaction gets. */
export interface Stamp {
  transactionId: string
  timestamp: string
}

/**
 * The stored form of a document that a create mutation carries. `_createdAt` and `_updatedAt` of the sender are
 * kept, as on import in the hosted lake; `_rev` is always the transaction's.
 */
export function toStoredDocument(
  source: JsonObject,
  id: string,
  type: string,
  stamp: Stamp,
): StoredDocument {
  return {
    ...source,
    _id: id,
    _type: type,
    _rev: stamp.transactionId,
    _createdAt: toTimestamp(source._createdAt) ?? stamp.timestamp,
    _updatedAt: toTimestamp(source._updatedAt) ?? stamp.timestamp,
  }
}

/** The stored form of a patched document. */
export function toUpdatedDocument(
  before: StoredDocument,
  patched: JsonObject,
  stamp: Stamp,
): StoredDocument {
  return {
    ...patched,
    _id: before._id,
    _type: before._type,
    _rev: stamp.transactionId,
    _createdAt: toTimestamp(patched._createdAt) ?? before._createdAt,
    _updatedAt: stamp.timestamp,
  }
}

export function isStoredDocument(value: unknown): value is StoredDocument {
  return (
    isObject(value) &&
    typeof value._id === 'string' &&
    typeof value._type === 'string' &&
    typeof value._rev === 'string' &&
    typeof value._createdAt === 'string' &&
    typeof value._updatedAt === 'string'
  )
}

/** `drafts.` or nothing becomes an id with 22 random characters behind the prefix. */
export function completeId(id: unknown): string | null {
  if (id === undefined || id === null || id === '') return createId()
  if (typeof id !== 'string') return null
  return id.endsWith('.') ? `${id}${createId()}` : id
}

const ID_BYTES = 11
/** Random bytes for 372 ids: drawing them one by one costs as much as a small transaction's plan. */
const pool = Buffer.alloc(372 * ID_BYTES)
let drawn = pool.byteLength

export function createId(): string {
  if (drawn === pool.byteLength) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += ID_BYTES
  return pool.toString('hex', drawn - ID_BYTES, drawn)
}

function toTimestamp(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null
}
