import type {StockTransaction} from '../domain/documents.ts'
import {ShopError} from '../domain/errors.ts'
import type {Snapshot} from './snapshot.ts'

/** A command was done, and what it made is gone: deleted by hand. */
export function goneResult(what: string): ShopError {
  return new ShopError(
    'not-found',
    `The command was carried out before, but ${what} is not there any more: restore it from its history in the Studio.`,
  )
}

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
