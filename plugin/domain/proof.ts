import {proveAccounts} from './proof/accounts.ts'
import type {Drift} from './proof/drift.ts'
import {readDocuments} from './proof/readDocuments.ts'
import {proveSummaries} from './proof/summaries.ts'
import {proveTotals} from './proof/totals.ts'
import {proveBalances, proveNumbers, proveSources, proveStock} from './proof/wholeShop.ts'

export type {Drift, DriftKind} from './proof/drift.ts'

/**
 * Derives every level, number, total, balance and day's sum again from ledger, bills, credit notes and payments, and
 * names whatever differs. `documents` are all published documents of the shop, as the lake has them; types that are not
 * the shop's are ignored. An empty list is a proof.
 */
export function proveShop(documents: readonly unknown[]): Drift[] {
  const {shop, malformed} = readDocuments(documents)
  return [
    ...malformed,
    ...proveStock(shop),
    ...proveSources(shop),
    ...proveNumbers(shop),
    ...[...shop.bill, ...shop.creditNote].flatMap(proveTotals),
    ...proveBalances(shop),
    ...proveAccounts(shop),
    ...proveSummaries(shop),
  ]
}
