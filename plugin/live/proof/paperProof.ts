import type {
  Bill,
  BillBalance,
  CreditNote,
  Payment,
  StockTransaction,
} from '../../domain/documents.ts'
import {billBalanceId} from '../../domain/ids.ts'
import {
  ownBalance,
  proveHeldBalance,
  proveHeldBill,
  proveHeldNote,
  proveHeldSettlement,
} from '../../domain/proof/heldShop.ts'
import type {HeldFrom} from '../../domain/proof/heldShop.ts'
import {createRelation} from '../relation.ts'
import type {Subjects} from './subjects.ts'

export interface HeldPapers {
  bill(id: string): Bill | undefined
  note(id: string): CreditNote | undefined
  balance(id: string): BillBalance | undefined
  paymentsByBill(bill: string): readonly Payment[]
  creditNotesByBill(bill: string): readonly CreditNote[]
}

/** Sums of bills and credit notes, what settles them, and their lines against the entries written with them. */
export function createPaperProof(held: HeldPapers, subjects: Subjects) {
  const entriesBySource = createRelation<StockTransaction>((entry) => entry.source?._ref)
  const moved = new Set<string>()

  const judge = (id: string, {billsFrom, entriesFrom}: HeldFrom): void => {
    const bill = held.bill(id)
    const note = held.note(id)
    const balance = ownBalance(id, held.balance(billBalanceId(id)))
    const entries = entriesBySource.of(id)
    subjects.report(
      id,
      bill === undefined ? [] : proveHeldBill(bill, balance, entries, entriesFrom),
    )
    if (note !== undefined) subjects.report(id, proveHeldNote(note, entries, entriesFrom))
    const settled = {payments: held.paymentsByBill(id), notes: held.creditNotesByBill(id)}
    subjects.report(
      `settlement of ${id}`,
      bill === undefined ? [] : proveHeldSettlement(bill, balance, settled, billsFrom),
    )
    subjects.report(
      `balance of ${id}`,
      balance === undefined ? [] : proveHeldBalance(balance, bill),
    )
    moved.delete(id)
  }

  const moveSettling = (
    before: Payment | CreditNote | undefined,
    after: Payment | CreditNote | undefined,
  ): void => {
    for (const document of [before, after]) if (document?.bill) moved.add(document.bill._ref)
  }

  return {
    moveBill: (id: string): void => {
      moved.add(id)
    },
    moveNote(id: string, before: CreditNote | undefined, after: CreditNote | undefined): void {
      moved.add(id)
      moveSettling(before, after)
    },
    movePayment: moveSettling,
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
    waiting: (): Iterable<string> => moved,
    isPending: (id: string, pending: ReadonlySet<string>): boolean =>
      pending.has(id) || pending.has(billBalanceId(id)),
    cost: (id: string): number => entriesBySource.of(id).length,
    judge,
  }
}
