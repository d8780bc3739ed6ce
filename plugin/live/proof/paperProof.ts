import type {Bill, BillBalance, CreditNote, StockTransaction} from '../../domain/documents.ts'
import {billBalanceId} from '../../domain/ids.ts'
import {
  ownBalance,
  proveHeldBalance,
  proveHeldBill,
  proveHeldNote,
} from '../../domain/proof/heldShop.ts'
import {createRelation} from '../relation.ts'
import type {Subjects} from './subjects.ts'

export interface HeldPapers {
  bill(id: string): Bill | undefined
  note(id: string): CreditNote | undefined
  balance(id: string): BillBalance | undefined
}

/** Sums of bills and credit notes, their balances, and their lines against the entries written with them. */
export function createPaperProof(held: HeldPapers, subjects: Subjects) {
  const entriesBySource = createRelation<StockTransaction>((entry) => entry.source?._ref)
  const moved = new Set<string>()

  const judge = (id: string, entriesFrom: string): void => {
    const bill = held.bill(id)
    const note = held.note(id)
    const balance = ownBalance(id, held.balance(billBalanceId(id)))
    const entries = entriesBySource.of(id)
    subjects.report(
      id,
      bill === undefined ? [] : proveHeldBill(bill, balance, entries, entriesFrom),
    )
    if (note !== undefined) subjects.report(id, proveHeldNote(note, entries, entriesFrom))
    subjects.report(
      `balance of ${id}`,
      balance === undefined ? [] : proveHeldBalance(balance, bill),
    )
  }

  return {
    movePaper: (id: string): void => {
      moved.add(id)
    },
    moveBalance(before: BillBalance | undefined, after: BillBalance | undefined): void {
      for (const balance of [before, after]) if (balance) moved.add(balance.bill._ref)
    },
    moveEntry(
      id: string,
      before: StockTransaction | undefined,
      after: StockTransaction | undefined,
    ): void {
      for (const entry of [before, after]) if (entry?.source) moved.add(entry.source._ref)
      entriesBySource.move(id, before, after)
    },
    settle(pending: ReadonlySet<string>, entriesFrom: string): void {
      for (const id of moved) {
        if (pending.has(id) || pending.has(billBalanceId(id))) continue
        judge(id, entriesFrom)
        moved.delete(id)
      }
    },
  }
}
