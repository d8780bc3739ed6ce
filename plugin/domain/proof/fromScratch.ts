import type {
  Bill,
  BillBalance,
  CreditNote,
  Series,
  StockLevel,
  StockTransaction,
} from '../documents.ts'
import {billBalanceId, seriesId, stockLevelId} from '../ids.ts'
import {createChain, toChains} from './chain.ts'
import {groupBy} from './groupBy.ts'
import {
  ownBalance,
  proveHeldBalance,
  proveHeldBill,
  proveHeldCounter,
  proveHeldEntry,
  proveHeldLevel,
  proveHeldNote,
  proveHeldNumber,
} from './heldShop.ts'
import type {Paper} from './numbers.ts'
import type {Suspicion} from './suspicion.ts'

type ById<T> = ReadonlyMap<string, T>

/** The documents at hand, by id. */
export interface HeldDocuments {
  bills: ById<Bill>
  creditNotes: ById<CreditNote>
  billBalances: ById<BillBalance>
  stockLevels: ById<StockLevel>
  stockTransactions: ById<StockTransaction>
  series: ById<Series>
}

/**
 * The whole proof of a part of the shop from scratch; the live store moves the same proof by deltas and is tested
 * against this. `entriesFrom`: the first calendar day of which all ledger entries are held.
 */
export function proveHeldShop(held: HeldDocuments, entriesFrom: string): Suspicion[] {
  return [
    ...proveHeldStock(held, entriesFrom),
    ...proveHeldNumbers(held),
    ...proveHeldPapers(held, entriesFrom),
  ]
}

function proveHeldStock(held: HeldDocuments, entriesFrom: string): Suspicion[] {
  const entries = [...held.stockTransactions.values()]
  const chains = toChains(entries, (entry) => entry.product._ref)
  const levels = [...held.stockLevels.values()].map((level) => level.product._ref)
  const empty = createChain<StockTransaction>()
  return [
    ...entries.flatMap((entry) => proveHeldEntry(entry, chains.get(entry.product._ref) ?? empty)),
    ...[...new Set([...levels, ...chains.keys()])].flatMap((product) => {
      const level = held.stockLevels.get(stockLevelId(product))
      return proveHeldLevel(product, level, chains.get(product) ?? empty, entriesFrom)
    }),
  ]
}

function proveHeldNumbers({bills, creditNotes, series}: HeldDocuments): Suspicion[] {
  const papers: Paper[] = [...bills.values(), ...creditNotes.values()]
  const chains = toChains(papers, (paper) => paper.series)
  const names = new Set([...chains.keys(), ...[...series.values()].map(({name}) => name)])
  const empty = createChain<Paper>()
  return [
    ...papers.flatMap((paper) => proveHeldNumber(paper, chains.get(paper.series) ?? empty)),
    ...[...names].flatMap((name) =>
      proveHeldCounter(name, series.get(seriesId(name)), chains.get(name) ?? empty),
    ),
  ]
}

function proveHeldPapers(held: HeldDocuments, entriesFrom: string): Suspicion[] {
  const {bills, creditNotes, billBalances, stockTransactions} = held
  const bySource = groupBy([...stockTransactions.values()], (entry) => entry.source?._ref ?? '')
  const ids = new Set([...billBalances.values()].map((balance) => balance.bill._ref))
  return [
    ...[...bills.values()].flatMap((bill) => {
      const balance = ownBalance(bill._id, billBalances.get(billBalanceId(bill._id)))
      return proveHeldBill(bill, balance, bySource.get(bill._id) ?? [], entriesFrom)
    }),
    ...[...creditNotes.values()].flatMap((note) =>
      proveHeldNote(note, bySource.get(note._id) ?? [], entriesFrom),
    ),
    ...[...ids].flatMap((id) => {
      const balance = ownBalance(id, billBalances.get(billBalanceId(id)))
      return balance === undefined ? [] : proveHeldBalance(balance, bills.get(id))
    }),
  ]
}
