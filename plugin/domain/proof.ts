import {proveBalances} from './proof/balances.ts'
import {proveLedger} from './proof/ledger.ts'
import {proveNumbers} from './proof/numbers.ts'
import {readDocuments} from './proof/readDocuments.ts'
import {proveSummaries} from './proof/summaries.ts'
import {proveTotals} from './proof/totals.ts'
import type {Difference} from './proof/difference.ts'

export type {Difference} from './proof/difference.ts'

/**
 * Derives every level, number, total, balance and day's sum again from ledger, bills, credit notes and payments, and
 * names whatever differs. `documents` are all published documents of the shop, as the lake has them; types that are not
 * the shop's are ignored. An empty list is a proof.
 */
export function proveShop(documents: readonly unknown[]): Difference[] {
  const {shop, malformed} = readDocuments(documents)
  return [
    ...malformed,
    ...proveLedger(shop),
    ...proveNumbers(shop),
    ...proveTotals(shop),
    ...proveBalances(shop),
    ...proveSummaries(shop),
  ]
}
