import type {
  Bill,
  BillBalance,
  CreditNote,
  Series,
  StockLevel,
  StockTransaction,
} from '../../domain/documents.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import {createNumberProof} from './numberProof.ts'
import {createPaperProof} from './paperProof.ts'
import type {HeldPapers} from './paperProof.ts'
import {createStockProof} from './stockProof.ts'
import {createSubjects} from './subjects.ts'

/**
 * The shop's own proof on the documents at hand: moved by deltas, judged when asked. What it suspects is what
 * `proveHeldShop` finds from scratch on the same documents.
 */
export function createShopProof(held: HeldPapers) {
  const subjects = createSubjects()
  const stock = createStockProof(subjects)
  const numbers = createNumberProof(subjects)
  const papers = createPaperProof(held, subjects)

  const movePaper = <T extends Bill | CreditNote>(
    id: string,
    before: T | undefined,
    after: T | undefined,
  ): void => {
    numbers.movePaper(id, before, after)
    papers.movePaper(id)
  }

  return {
    moveLevel: (before: StockLevel | undefined, after: StockLevel | undefined): void =>
      stock.moveLevel(before, after),
    moveEntry(
      id: string,
      before: StockTransaction | undefined,
      after: StockTransaction | undefined,
    ): void {
      stock.moveEntry(id, before, after)
      papers.moveEntry(id, before, after)
    },
    movePaper,
    moveBalance: (before: BillBalance | undefined, after: BillBalance | undefined): void =>
      papers.moveBalance(before, after),
    moveSeries: (before: Series | undefined, after: Series | undefined): void =>
      numbers.moveSeries(before, after),
    /**
     * Judges what has moved, by subject. Documents with a pending optimistic value wait for the lake's answer.
     * `entriesFrom`: the first day of which all ledger entries are held.
     */
    suspicions(
      pending: ReadonlySet<string>,
      entriesFrom: string,
    ): ReadonlyMap<string, readonly Suspicion[]> {
      stock.settle(pending, entriesFrom)
      numbers.settle(pending)
      papers.settle(pending, entriesFrom)
      return subjects.all()
    },
    /** Rises when something is suspected or no longer suspected. */
    revision: subjects.revision,
  }
}

export type ShopProof = ReturnType<typeof createShopProof>
