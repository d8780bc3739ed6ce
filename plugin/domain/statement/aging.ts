import {compareText} from '../alerts.ts'
import {sumOf} from '../billTotals.ts'
import {daysBetween, dayOf} from '../calendar.ts'
import {groupBy} from '../proof/groupBy.ts'
import {customerCreditOf} from '../receivables.ts'
import type {StatementRecords} from './records.ts'

/** What is open on bills, minor units, by whole days past the due date. */
export interface Aging {
  notDue: number
  days1to30: number
  days31to60: number
  days61to90: number
  over90: number
}

export interface OpenBill {
  bill: string
  number: string
  dueDate: string
  /** 0 when not yet due. */
  daysOverdue: number
  /** Minor units, more than 0. */
  open: number
}

export interface AgedAccount {
  aging: Aging
  /** Longest due first. */
  openBills: OpenBill[]
  /** What the shop owes the customer: deposits not spent, and what is paid or credited beyond a bill. */
  credit: number
}

/** Receivables by due date as they stood at the end of `day`. [ERPNext, accounts receivable by due date] */
export function ageAccount(records: StatementRecords, day: string, timeZone: string): AgedAccount {
  const balances = openBalances(records, day, timeZone)
  const openBills = balances
    .filter(({open}) => open > 0)
    .map(({bill: {_id, number, dueDate}, open}) => {
      return {bill: _id, number, dueDate, daysOverdue: Math.max(0, daysBetween(dueDate, day)), open}
    })
    .toSorted((a, b) => compareText(a.dueDate, b.dueDate) || compareText(a.bill, b.bill))
  const overpaid = sumOf(balances.map(({open}) => Math.max(0, -open)))
  return {aging: toAging(openBills), openBills, credit: depositsOf(records, day) + overpaid}
}

function openBalances(records: StatementRecords, day: string, timeZone: string) {
  const notes = groupBy(records.creditNotes, (note) => note.bill ?? '')
  const paid = groupBy(records.payments, (payment) => payment.bill?._ref ?? '')
  const cancelled = cancelledOf(records, day, timeZone)
  const upTo = <T extends {day: string}>(all: readonly T[] = [], amount: (one: T) => number) =>
    sumOf(all.filter((one) => one.day <= day).map(amount))
  return records.bills.map((bill) => {
    const billed = upTo([bill], ({total}) => total)
    const credited = upTo(notes.get(bill._id), ({total}) => total)
    const settled = upTo(paid.get(bill._id), ({amount}) => amount)
    return {bill, open: billed - (cancelled.get(bill._id) ?? 0) - credited - settled}
  })
}

/** What cancelling took off each bill by the end of `day`. */
function cancelledOf({bills, voids}: StatementRecords, day: string, timeZone: string) {
  const totals = new Map(bills.map(({_id, total}) => [_id, total]))
  return new Map(
    voids
      .filter(({at}) => dayOf(at, timeZone) <= day)
      .map(({bill, credited}) => [bill, (totals.get(bill) ?? credited) - credited]),
  )
}

/** Every payment of a statement is its customer's. */
function depositsOf({payments}: StatementRecords, day: string): number {
  const known = payments.filter((payment) => payment.day <= day)
  return customerCreditOf(
    known.map(({bill, creditNote, method, amount}) => ({
      customer: true,
      bill: bill ?? undefined,
      creditNote: creditNote ?? undefined,
      method,
      amount,
    })),
  )
}

function toAging(bills: readonly OpenBill[]): Aging {
  const aging: Aging = {notDue: 0, days1to30: 0, days31to60: 0, days61to90: 0, over90: 0}
  for (const {daysOverdue, open} of bills) aging[bucketOf(daysOverdue)] += open
  return aging
}

function bucketOf(daysOverdue: number): keyof Aging {
  if (daysOverdue <= 0) return 'notDue'
  if (daysOverdue <= 30) return 'days1to30'
  if (daysOverdue <= 60) return 'days31to60'
  return daysOverdue <= 90 ? 'days61to90' : 'over90'
}
