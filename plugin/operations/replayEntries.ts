import type {StockTransaction} from '../domain/documents.ts'
import {ShopError} from '../domain/errors.ts'
import type {Snapshot} from './snapshot.ts'

/** The ledger entries of an operation that was done before. */
export function requireEntries(
  ids: readonly string[] | undefined,
  snapshot: Snapshot,
): StockTransaction[] {
  return (ids ?? []).map((id) => {
    const entry = snapshot.find('stockTransaction', id)
    if (entry !== undefined) return entry
    throw new ShopError(
      'not-found',
      `The command was carried out before, but its ledger entry ${id} is missing: run npm run verify.`,
    )
  })
}
