import {sumOf} from '../billTotals.ts'
import {deriveSummaries} from '../daySums.ts'
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
  User,
} from '../documents.ts'
import {billBalanceId, customerAccountId, daySummaryId, seriesId, stockLevelId} from '../ids.ts'
import {balanceOf, customerCreditOf} from '../receivables.ts'
import {createChain, toChains} from './chain.ts'
import {groupBy} from './groupBy.ts'
import {
  ownBalance,
  proveHeldAccount,
  proveHeldBalance,
  proveHeldBill,
  proveHeldCounter,
  proveHeldDay,
  proveHeldEntry,
  proveHeldLevel,
  proveHeldNote,
  proveHeldNumber,
  proveHeldSettlement,
} from './heldShop.ts'
import type {HeldFrom} from './heldShop.ts'
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
  payments: ById<Payment>
  daySummaries: ById<DaySummary>
  customerAccounts: ById<CustomerAccount>
  users: ById<User>
  settings: {timeZone: string}
}

/**
 * The whole proof of a part of the shop from scratch; the live store moves the same proof by deltas and is tested
 * against this.
 */
export function proveHeldShop(held: HeldDocuments, from: HeldFrom): Suspicion[] {
  return [
    ...proveHeldStock(held, from.entriesFrom),
    ...proveHeldNumbers(held),
    ...proveHeldPapers(held, from.entriesFrom),
    ...proveHeldSettlements(held, from.billsFrom),
    ...proveHeldDays(held, from.billsFrom),
    ...proveHeldAccounts(held),
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

function proveHeldSettlements(held: HeldDocuments, billsFrom: string): Suspicion[] {
  const payments = groupBy([...held.payments.values()], ({bill}) => bill?._ref ?? '')
  const notes = groupBy([...held.creditNotes.values()], ({bill}) => bill?._ref ?? '')
  return [...held.bills.values()].flatMap((bill) => {
    const balance = ownBalance(bill._id, held.billBalances.get(billBalanceId(bill._id)))
    const own = {payments: payments.get(bill._id) ?? [], notes: notes.get(bill._id) ?? []}
    return proveHeldSettlement(bill, balance, own, billsFrom)
  })
}

function proveHeldDays(held: HeldDocuments, billsFrom: string): Suspicion[] {
  const derived = deriveSummaries({
    bill: [...held.bills.values()],
    billBalance: [...held.billBalances.values()].filter(isOwn),
    creditNote: [...held.creditNotes.values()],
    payment: [...held.payments.values()],
    timeZone: held.settings.timeZone,
  })
  const stored = [...held.daySummaries.values()].map(({day}) => day)
  return [...new Set([...derived.keys(), ...stored])].flatMap((day) =>
    proveHeldDay(day, derived.get(day), held.daySummaries.get(daySummaryId(day)), billsFrom),
  )
}

const isOwn = (balance: BillBalance): boolean => billBalanceId(balance.bill._ref) === balance._id

function proveHeldAccounts({billBalances, payments, customerAccounts, users}: HeldDocuments) {
  const balances = groupBy([...billBalances.values()], ({customer}) => customer?._ref ?? '')
  const paid = groupBy([...payments.values()], ({customer}) => customer?._ref ?? '')
  const owners = [...customerAccounts.values()].map(({customer}) => customer._ref)
  const customers = new Set([...owners, ...balances.keys(), ...paid.keys()])
  customers.delete('')
  return [...customers].flatMap((customer) =>
    proveHeldAccount(
      {customer, name: users.get(customer)?.name},
      {
        owed: sumOf((balances.get(customer) ?? []).map(balanceOf)),
        credit: customerCreditOf(paid.get(customer) ?? []),
      },
      customerAccounts.get(customerAccountId(customer)),
    ),
  )
}
