import type {StockTransaction} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {stockLevelId, stockTransactionId} from '../domain/ids.ts'
import type {Snapshot} from './snapshot.ts'

const PAGE = 25
/** More entries than one click should read. */
const LONGEST = 20_000

/**
 * Ids of a product's whole ledger: as many as its level counts, and on until a whole page does not exist, since the
 * level may be what is wrong.
 * @throws InvalidCommandError when the level counts more entries than can be read at once
 */
export function ledgerIds(product: string, snapshot: Snapshot): string[] {
  if (!snapshot.isLoaded(stockLevelId(product))) return []
  return idsUpTo(product, lastPageEnd(product, snapshot))
}

/** The entries that exist, in the order of their sequences. */
export function ledgerOf(product: string, snapshot: Snapshot): StockTransaction[] {
  return ledgerIds(product, snapshot)
    .map((id) => snapshot.find('stockTransaction', id))
    .filter((entry) => entry !== undefined)
}

function lastPageEnd(product: string, snapshot: Snapshot): number {
  const counted = snapshot.find('stockLevel', stockLevelId(product))?.sequence ?? 0
  let end = Math.max(0, counted) + PAGE
  for (; end <= LONGEST; end += PAGE) {
    const page = idsUpTo(product, end).slice(-PAGE)
    if (!page.some((id) => snapshot.has(id))) return end
  }
  const message = `has more than ${LONGEST} entries, or its level says so: run npm run verify -- --repair`
  throw new InvalidCommandError(`Nothing was saved: the ledger ${message}.`, [
    {path: 'product', message},
  ])
}

function idsUpTo(product: string, end: number): string[] {
  return Array.from({length: end}, (_, index) => stockTransactionId(product, index + 1))
}
