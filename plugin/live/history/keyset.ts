import type {ShopDocumentType} from '../../domain/documents.ts'
import type {RawDocument} from '../wire.ts'

/** A place in a list whose keys fall; documents of one key stand in the order of their ids, falling too. */
export interface Cursor {
  key: string | number
  id: string
}

/** Which part of a list a page holds: what comes after `after`, up to and with `until`; `null`: as far as it goes. */
export interface PageBounds {
  after: Cursor | null
  until: Cursor | null
}

/** A list of documents of one type, read page by page. */
export interface KeysetQuery {
  type: ShopDocumentType
  /** For whole documents with `$after` and `$until` (`PageBounds`) and `$limit`, in the order of the list. */
  query: string
  params: Readonly<Record<string, unknown>>
  /** By which the list is sorted. */
  keyOf: (document: RawDocument) => unknown
  /** What the query's filter says of one document of the type, bounds aside. */
  isListed: (document: RawDocument) => boolean
  /** A document that belongs to each one of the list. */
  companion?: {
    type: ShopDocumentType
    /** With `$ids`, its answer whole documents. */
    query: string
    idOf: (document: RawDocument) => string
  }
}

/** `undefined` for a document without a key: malformed, it stands on the first page alone. */
export function cursorOf(
  {keyOf}: Pick<KeysetQuery, 'keyOf'>,
  document: RawDocument | undefined,
): Cursor | undefined {
  if (document === undefined) return undefined
  const key = keyOf(document)
  return typeof key === 'string' || typeof key === 'number' ? {key, id: document._id} : undefined
}

/** Whether `a` comes before `b` in the list. */
export function comesBefore(a: Cursor, b: Cursor): boolean {
  if (a.key === b.key) return a.id > b.id
  if (typeof a.key === 'number' && typeof b.key === 'number') return a.key > b.key
  return String(a.key) > String(b.key)
}

export function isWithin({after, until}: PageBounds, cursor: Cursor | undefined): boolean {
  if (cursor === undefined) return after === null
  return (
    (after === null || comesBefore(after, cursor)) &&
    (until === null || !comesBefore(until, cursor))
  )
}
