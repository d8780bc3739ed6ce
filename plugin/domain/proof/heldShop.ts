import type {DayChange} from '../daySums.ts'
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
} from '../documents.ts'
import {proveAccount} from './accounts.ts'
import {proveBalance, proveSettlement} from './balances.ts'
import type {Chain} from './chain.ts'
import {proveEntry, proveLevel} from './ledger.ts'
import {proveReturned, proveSold, proveVoided} from './moved.ts'
import {proveCounter, proveNumber} from './numbers.ts'
import type {Paper} from './numbers.ts'
import {proveDay} from './summaries.ts'
import {suspect} from './suspicion.ts'
import type {Suspicion} from './suspicion.ts'
import {proveTotals} from './totals.ts'

/*
 * The proof of a part of the shop, one subject at a time: what is not held is unknown, never wrong.
 */

/** The part that is held; calendar days. Everything else but bills, credit notes, payments and entries is held whole. */
export interface HeldFrom {
  /** The first day of which all bills, credit notes and payments are held. */
  billsFrom: string
  /** The first day of which all ledger entries are held. */
  entriesFrom: string
}

/** The entry before the lowest held one may stand outside the part. */
export function proveHeldEntry(entry: StockTransaction, entries: Chain<StockTransaction>) {
  return withoutFirst(proveEntry(entry, entries), entries.lowest() === entry.sequence)
}

export function proveHeldNumber(paper: Paper, papers: Chain<Paper>) {
  return withoutFirst(proveNumber(paper, papers), papers.lowest() === paper.sequence)
}

function withoutFirst(suspicions: readonly Suspicion[], isFirst: boolean): Suspicion[] {
  return suspicions.filter(({missing}) => !isFirst || missing === undefined)
}

export function proveHeldLevel(
  product: string,
  level: StockLevel | undefined,
  entries: Chain<StockTransaction>,
  entriesFrom: string,
): Suspicion[] {
  const isRecent = level !== undefined && isAfter(level.lastEntry.at, entriesFrom)
  return proveLevel(product, level, entries, isRecent || entries.count() > 0 ? 'due' : 'some')
}

export function proveHeldCounter(
  name: string,
  counter: Series | undefined,
  papers: Chain<Paper>,
): Suspicion[] {
  return proveCounter(name, counter, papers, papers.count() > 0)
}

/** `entries`: the held ones whose source is the bill. */
export function proveHeldBill(
  bill: Bill,
  balance: BillBalance | undefined,
  entries: readonly StockTransaction[],
  entriesFrom: string,
): Suspicion[] {
  const isVoided = balance?.void !== undefined && isAfter(balance.void.at, entriesFrom)
  return suspect([
    ...proveTotals(bill),
    ...(bill.day >= entriesFrom ? proveSold(bill, entries) : []),
    ...(isVoided ? proveVoided(bill, balance, entries) : []),
  ])
}

export function proveHeldNote(
  note: CreditNote,
  entries: readonly StockTransaction[],
  entriesFrom: string,
): Suspicion[] {
  const moved = note.day >= entriesFrom ? proveReturned(note, entries) : []
  return suspect([...proveTotals(note), ...moved])
}

/** The balance whose id a bill's gives; a credit note of the same key has the same one, which is not its own. */
export function ownBalance(
  paper: string,
  balance: BillBalance | undefined,
): BillBalance | undefined {
  return balance?.bill._ref === paper ? balance : undefined
}

/** `payments` and `notes`: the held ones of the bill; none of them is of an earlier day than the bill. */
export function proveHeldSettlement(
  bill: Bill,
  balance: BillBalance | undefined,
  {payments, notes}: {payments: readonly Payment[]; notes: readonly CreditNote[]},
  billsFrom: string,
): Suspicion[] {
  return bill.day < billsFrom ? [] : suspect(proveSettlement(bill, balance, payments, notes))
}

/** `derived`: the sums of the held documents of the day. */
export function proveHeldDay(
  day: string,
  derived: DayChange | undefined,
  stored: DaySummary | undefined,
  billsFrom: string,
): Suspicion[] {
  return day < billsFrom ? [] : suspect(proveDay(day, derived, stored))
}

/** All balances that are not 0 and all payments that move credit are held, however old. */
export function proveHeldAccount(
  owner: {customer: string; name: string | undefined},
  derived: Pick<CustomerAccount, 'owed' | 'credit'>,
  account: CustomerAccount | undefined,
): Suspicion[] {
  return suspect(proveAccount(owner, derived, account))
}

export function proveHeldBalance(balance: BillBalance, bill: Bill | undefined): Suspicion[] {
  return suspect(proveBalance(balance, bill))
}

/** An instant on a later date than `day` by UTC is on `day` or later in every time zone. */
const isAfter = (instant: string, day: string): boolean => instant.slice(0, 10) > day
