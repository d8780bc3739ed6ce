import type {
  Bill,
  BillBalance,
  CreditNote,
  CustomerAccount,
  DaySummary,
  Payment,
  Series,
  StockLevel,
  StockTransaction,
} from '../../domain/documents.ts'
import type {HeldFrom} from '../../domain/proof/heldShop.ts'
import type {Suspicion} from '../../domain/proof/suspicion.ts'
import {createAccountProof} from './accountProof.ts'
import type {HeldAccounts} from './accountProof.ts'
import {createDayProof} from './dayProof.ts'
import type {HeldDaySums} from './dayProof.ts'
import {createNumberProof} from './numberProof.ts'
import {createPaperProof} from './paperProof.ts'
import type {HeldPapers} from './paperProof.ts'
import {judgeSome} from './judgeSome.ts'
import {createStockProof} from './stockProof.ts'
import {createSubjects} from './subjects.ts'

export interface HeldSources {
  levelOf: (productId: string) => StockLevel | undefined
  papers: HeldPapers
  days: HeldDaySums
  accounts: HeldAccounts
}

/**
 * The shop's own proof on the documents at hand: moved by deltas, judged when asked. What it suspects is what
 * `proveHeldShop` finds from scratch on the same documents.
 */
export function createShopProof(held: HeldSources) {
  const subjects = createSubjects()
  const stock = createStockProof(held.levelOf, subjects)
  const numbers = createNumberProof(subjects)
  const papers = createPaperProof(held.papers, subjects)
  const days = createDayProof(held.days, subjects)
  const accounts = createAccountProof(held.accounts, subjects)
  /** A change of one document costs them little. */
  const quick = [stock, numbers, papers]

  const billOf = (balance: BillBalance) => held.papers.bill(balance.bill._ref)

  return {
    moveLevel: stock.moveLevel,
    moveEntry(
      id: string,
      before: StockTransaction | undefined,
      after: StockTransaction | undefined,
    ): void {
      stock.moveEntry(id, before, after)
      papers.moveEntry(id, before, after)
    },
    moveBill(id: string, before: Bill | undefined, after: Bill | undefined): void {
      numbers.movePaper(id, before, after)
      papers.moveBill(id)
      days.move(before, after)
    },
    moveNote(id: string, before: CreditNote | undefined, after: CreditNote | undefined): void {
      numbers.movePaper(id, before, after)
      papers.moveNote(id, before, after)
      days.move(before, after)
    },
    movePayment(before: Payment | undefined, after: Payment | undefined): void {
      papers.movePayment(before, after)
      accounts.movePayment(before, after)
      days.move(before, after)
    },
    moveBalance(before: BillBalance | undefined, after: BillBalance | undefined): void {
      papers.moveBalance(before, after)
      accounts.moveBalance(before, after)
      // a void takes out of the day of its bill
      if (before?.void !== undefined) days.move(billOf(before), undefined)
      if (after?.void !== undefined) days.move(undefined, billOf(after))
    },
    moveSummary: (before: DaySummary | undefined, after: DaySummary | undefined): void =>
      days.move(before, after),
    moveTimeZone: days.moveTimeZone,
    moveAccount: (before: CustomerAccount | undefined, after: CustomerAccount | undefined): void =>
      accounts.moveAccount(before, after),
    moveCustomer: accounts.moveCustomer,
    moveSeries: (before: Series | undefined, after: Series | undefined): void =>
      numbers.moveSeries(before, after),
    /**
     * Judges what has moved, by subject, but days and accounts. Documents with a pending optimistic value wait for the
     * lake's answer.
     */
    suspicions(
      pending: ReadonlySet<string>,
      from: HeldFrom,
    ): ReadonlyMap<string, readonly Suspicion[]> {
      judgeSome(quick, pending, from, Infinity)
      return subjects.all()
    },
    /** The subjects of which something else is suspected than at the last call. */
    takeMoved: subjects.takeMoved,
    /** Judges anything that has moved until about `limit` documents are read; whether some of it is left. */
    judgeMore: (pending: ReadonlySet<string>, from: HeldFrom, limit: number): boolean =>
      judgeSome([...quick, days, accounts], pending, from, limit),
  }
}

export type ShopProof = ReturnType<typeof createShopProof>
