import type {ShopDocument} from '../domain/documents.ts'
import {billBalanceId, stockLevelId} from '../domain/ids.ts'
import type {Collection, ShopRelations, ShopSnapshot} from '../live/types.ts'

export interface StandingSnapshot {
  snapshot: () => ShopSnapshot
  /** The documents that have moved on in the store since; at least those. */
  moved: () => ReadonlySet<string>
}

interface Relation<T extends ShopDocument> {
  /** As the store has it. */
  current: (key: string) => readonly T[]
  collection: (snapshot: ShopSnapshot) => Collection<T>
  keyOf: (document: T) => string | undefined
  compare?: (a: T, b: T) => number
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
    <T extends ShopDocument>({current: list, collection, keyOf, compare}: Relation<T>) =>
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
  return {
    productsByBrand: standing({
      current: current.productsByBrand,
      collection: ({products}) => products,
      keyOf: ({brand}) => brand?._ref,
    }),
    productsByCategory: standing({
      current: current.productsByCategory,
      collection: ({products}) => products,
      keyOf: ({category}) => category?._ref,
    }),
    billsByCustomer: standing({
      current: current.billsByCustomer,
      collection: ({bills}) => bills,
      keyOf: ({customer}) => customer?._ref,
    }),
    entriesByProduct: standing({
      current: current.entriesByProduct,
      collection: ({stockTransactions}) => stockTransactions,
      keyOf: ({product}) => product._ref,
      compare: (a, b) => a.sequence - b.sequence,
    }),
    paymentsByBill: standing({
      current: current.paymentsByBill,
      collection: ({payments}) => payments,
      keyOf: ({bill}) => bill?._ref,
    }),
    creditNotesByBill: standing({
      current: current.creditNotesByBill,
      collection: ({creditNotes}) => creditNotes,
      keyOf: ({bill}) => bill?._ref,
    }),
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
