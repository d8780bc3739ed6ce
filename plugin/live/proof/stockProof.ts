import type {StockLevel, StockTransaction} from '../../domain/documents.ts'
import {stockLevelId} from '../../domain/ids.ts'
import {proveHeldEntry, proveHeldLevel} from '../../domain/proof/heldShop.ts'
import type {HeldFrom} from '../../domain/proof/heldShop.ts'
import {createNumberedGroups} from './numberedGroups.ts'
import type {Subjects} from './subjects.ts'

/** Levels against their entries, and entries against each other; a change costs the same however many there are. */
export function createStockProof(subjects: Subjects) {
  const levels = new Map<string, StockLevel>()
  const entries = createNumberedGroups<StockTransaction>((entry) => entry.product._ref)

  return {
    moveLevel(before: StockLevel | undefined, after: StockLevel | undefined): void {
      for (const level of [before, after]) if (level) entries.touch(level.product._ref)
      const product = after?.product._ref
      if (before !== undefined && before.product._ref !== product)
        levels.delete(before.product._ref)
      if (after !== undefined) levels.set(after.product._ref, after)
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
          const level = levels.get(product)
          subjects.report(`level of ${product}`, proveHeldLevel(product, level, chain, entriesFrom))
        },
      )
    },
  }
}
