import type {StockLevel, StockTransaction} from '../../domain/documents.ts'
import {stockLevelId} from '../../domain/ids.ts'
import {proveHeldEntry, proveHeldLevel} from '../../domain/proof/heldShop.ts'
import type {HeldFrom} from '../../domain/proof/heldShop.ts'
import {createNumberedGroups} from './numberedGroups.ts'
import type {Subjects} from './subjects.ts'

/** Levels against their entries, and entries against each other; a change costs the same however many there are. */
export function createStockProof(
  levelOf: (productId: string) => StockLevel | undefined,
  subjects: Subjects,
) {
  const entries = createNumberedGroups<StockTransaction>((entry) => entry.product._ref)

  return {
    moveLevel(before: StockLevel | undefined, after: StockLevel | undefined): void {
      if (before !== undefined) entries.touch(before.product._ref)
      if (after !== undefined) entries.touch(after.product._ref)
    },
    moveEntry(
      id: string,
      before: StockTransaction | undefined,
      after: StockTransaction | undefined,
    ): void {
      entries.move(before, after)
      if (after === undefined) subjects.report(id, [])
    },
    waiting: entries.waiting,
    cost: entries.cost,
    isPending: (product: string, pending: ReadonlySet<string>): boolean =>
      pending.has(stockLevelId(product)),
    judge(product: string, {entriesFrom}: HeldFrom, limit: number): void {
      entries.judge(
        product,
        limit,
        (entry, chain) => subjects.report(entry._id, proveHeldEntry(entry, chain)),
        (chain) => {
          const drifts = proveHeldLevel(product, levelOf(product), chain, entriesFrom)
          subjects.report(`level of ${product}`, drifts)
        },
      )
    },
  }
}
