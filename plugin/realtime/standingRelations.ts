import type {ShopDocument} from '../domain/documents.ts'
import {billBalanceId, stockLevelId} from '../domain/ids.ts'
import {relationRules} from '../live/shopRelations.ts'
import type {RelationRule} from '../live/shopRelations.ts'
import type {ShopRelations, ShopSnapshot} from '../live/types.ts'

export interface StandingSnapshot {
  snapshot: () => ShopSnapshot
  /** The documents that have moved on in the store since; at least those. */
  moved: () => ReadonlySet<string>
}

/**
 * Lookups by relation as of the snapshot that stands, while the store behind it goes on: who reads both sees one moment.
 * Only `coverOf` is the store's own.
 */
export function createStandingRelations(
  current: ShopRelations,
  {snapshot, moved}: StandingSnapshot,
): ShopRelations {
  const standing =
    <T extends ShopDocument>(
      list: (key: string) => readonly T[],
      {collection, keyOf, compare}: RelationRule<T>,
    ) =>
    (key: string): readonly T[] => {
      const now = list(key)
      const ids = moved()
      if (ids.size === 0) return now
      const documents = collection(snapshot())
      const left = now.filter(({_id}) => !ids.has(_id))
      const back = [...ids].flatMap((id) => documents.get(id) ?? [])
      const found = [...left, ...back.filter((document) => keyOf(document) === key)]
      if (isSameSet(found, now)) return now
      return compare === undefined ? found : found.toSorted(compare)
    }
  const rules = relationRules
  return {
    productsByBrand: standing(current.productsByBrand, rules.productsByBrand),
    productsByCategory: standing(current.productsByCategory, rules.productsByCategory),
    billsByCustomer: standing(current.billsByCustomer, rules.billsByCustomer),
    entriesByProduct: standing(current.entriesByProduct, rules.entriesByProduct),
    paymentsByBill: standing(current.paymentsByBill, rules.paymentsByBill),
    creditNotesByBill: standing(current.creditNotesByBill, rules.creditNotesByBill),
    levelOf: (productId) => snapshot().stockLevels.get(stockLevelId(productId)),
    balanceOf: (billId) => snapshot().billBalances.get(billBalanceId(billId)),
    coverOf: current.coverOf,
  }
}

function isSameSet<T>(some: readonly T[], others: readonly T[]): boolean {
  if (some.length !== others.length) return false
  const known = new Set(others)
  return some.every((one) => known.has(one))
}
