import type {Bill, Brand, Product, StockTransaction} from '../../domain/documents.ts'
import {differingKeys} from '../../live/persistentMap.ts'
import {isShallowEqual} from '../../realtime/index.ts'
import {placeOf} from '../table/columns.ts'

/** Which documents a list shows for a search, and in which order. */
export interface ListOrder<T> {
  /** What the search looks in. */
  texts: (document: T) => readonly unknown[]
  /** Never 0 for two documents, so that equal ones do not swap. */
  compare: (a: T, b: T) => number
  /** Of lists that may end with a calendar day. */
  day?: (document: T) => string
}

/** Newest first. Malformed documents (no time, no number) come last. */
export const billOrder: ListOrder<Bill> = {
  texts: ({number, customerName, notes}) => [number, customerName, notes],
  compare: (a, b) =>
    descending(a.occurredAt, b.occurredAt) ||
    (b.sequence ?? 0) - (a.sequence ?? 0) ||
    ascending(a._id, b._id),
  day: ({day}) => day,
}

export const productOrder: ListOrder<Product> = {
  texts: ({name, sku, barcode}) => [name, sku, barcode],
  compare: (a, b) => ascending(a.name, b.name) || ascending(a._id, b._id),
}

/** Newest first. */
export const movementOrder: ListOrder<StockTransaction> = {
  texts: ({productName, sku, source, reason}) => [productName, sku, source?.label, reason],
  compare: (a, b) =>
    descending(a.occurredAt, b.occurredAt) ||
    descending(a._createdAt, b._createdAt) ||
    descending(a._id, b._id),
  day: ({day}) => day,
}

/** Newest first: a brand created elsewhere stands at the top. */
export const brandOrder: ListOrder<Brand> = {
  texts: ({name, description}) => [name, description],
  compare: (a, b) =>
    descending(a._createdAt, b._createdAt) || ascending(a.name, b.name) || ascending(a._id, b._id),
}

type Documents<T> = ReadonlyMap<string, T>

/**
 * Ids in order; `query` is lower case and trimmed, empty for all; with `asOf` only up to that calendar day. The same
 * list as before when nothing of it has moved.
 */
export type FindIds<T> = (
  documents: Documents<T>,
  query: string,
  asOf?: string,
) => readonly string[]

/** More documents than this have changed: sorting all of them anew is not slower. */
const FEW = 200

interface Found<T> {
  documents: Documents<T>
  asked: readonly unknown[]
  placed: readonly T[]
  ids: readonly string[]
}

/** Finds ids time after time: asked the same again, it moves only what has changed, one of ten thousand as a rule. */
export function createFindIds<T extends {_id: string}>(order: ListOrder<T>): FindIds<T> {
  let last: Found<T> | undefined
  return (documents, query, asOf) => {
    const asked = [query, asOf]
    const isWanted = (document: T) =>
      (asOf === undefined || order.day === undefined || order.day(document) <= asOf) &&
      matches(query, order.texts(document))
    const moved =
      last !== undefined && isShallowEqual(last.asked, asked)
        ? moveFew(last, documents, isWanted, order)
        : undefined
    const placed = moved ?? [...documents.values()].filter(isWanted).toSorted(order.compare)
    const ids = placed.map(({_id}) => _id)
    last = {
      documents,
      asked,
      placed,
      ids: last !== undefined && isShallowEqual(last.ids, ids) ? last.ids : ids,
    }
    return last.ids
  }
}

/** `undefined` when too many have changed. */
function moveFew<T extends {_id: string}>(
  last: Found<T>,
  documents: Documents<T>,
  isWanted: (document: T) => boolean,
  {compare}: ListOrder<T>,
): readonly T[] | undefined {
  const changed = differingKeys(last.documents, documents)
  if (changed.size > FEW) return undefined
  const placed = last.placed.filter(({_id}) => !changed.has(_id))
  for (const id of changed) {
    const document = documents.get(id)
    if (document !== undefined && isWanted(document))
      placed.splice(placeOf(placed, document, compare), 0, document)
  }
  return placed
}

function matches(query: string, texts: readonly unknown[]): boolean {
  if (query === '') return true
  return texts.some((text) => typeof text === 'string' && text.toLowerCase().includes(query))
}

function ascending(a: unknown, b: unknown): number {
  const left = typeof a === 'string' ? a : ''
  const right = typeof b === 'string' ? b : ''
  return left < right ? -1 : left > right ? 1 : 0
}

function descending(a: unknown, b: unknown): number {
  return ascending(b, a)
}
