import {dayOf} from '../domain/calendar.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../domain/documents.ts'
import {currencyExponent, toDecimalText} from '../domain/money.ts'
import type {CsvColumn} from './writeCsv.ts'

/** One thing that happened to the shop's money; amounts in minor units. */
export interface DayBookRow {
  day: string
  /** ISO UTC. */
  at: string
  kind: 'bill' | 'creditNote' | 'void' | 'payment' | 'refund' | 'deposit' | 'withdrawal'
  number: string
  customer: string
  /** What it adds to sales; negative where it takes away; 0 for payments. */
  sales: number
  /** Money in; negative: money out. 0 for what settles from a customer's credit. */
  money: number
  method: string
  by: string
  reference: string
}

export interface DayBookPapers {
  bills: readonly Bill[]
  creditNotes: readonly CreditNote[]
  payments: readonly Payment[]
  /** Of bills that were void on the days. */
  voids: readonly BillBalance[]
  /** Of the payments' bills, by bill. */
  balances: ReadonlyMap<string, BillBalance>
}

/** Everything of some days in the order it happened. A void stands on the day it was made, the bill on its own. */
export function toDayBook(papers: DayBookPapers, timeZone: string): DayBookRow[] {
  return [
    ...papers.bills.map(billRow),
    ...papers.creditNotes.map(creditRow),
    ...papers.voids.map((balance) => voidRow(balance, timeZone)),
    ...papers.payments.map((payment) => paymentRow(payment, papers.balances)),
  ].toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

function billRow({day, occurredAt, number, customerName, totals, issuedBy, reference}: Bill) {
  return row({
    day,
    at: occurredAt,
    kind: 'bill',
    number,
    customer: customerName ?? '',
    sales: totals.total,
    by: issuedBy.name,
    reference: reference ?? '',
  })
}

function creditRow(note: CreditNote): DayBookRow {
  return row({
    day: note.day,
    at: note.occurredAt,
    kind: 'creditNote',
    number: note.number,
    customer: note.customerName ?? '',
    sales: -note.totals.total,
    by: note.issuedBy.name,
    reference: note.reference ?? note.billNumber ?? '',
  })
}

/** A void takes away what credit notes have not. */
function voidRow(balance: BillBalance, timeZone: string): DayBookRow {
  const at = balance.void?.at ?? ''
  return row({
    day: dayOf(at, timeZone),
    at,
    kind: 'void',
    number: balance.number,
    customer: balance.customerName ?? '',
    sales: balance.credited - balance.total,
    by: balance.void?.by.name ?? '',
    reference: balance.void?.reason ?? '',
  })
}

function paymentRow(payment: Payment, balances: ReadonlyMap<string, BillBalance>): DayBookRow {
  const balance = balances.get(payment.bill?._ref ?? '')
  const isPaper = payment.bill !== undefined || payment.creditNote !== undefined
  const isIn = payment.amount >= 0
  return row({
    day: payment.day,
    at: payment.at,
    kind: isPaper ? (isIn ? 'payment' : 'refund') : isIn ? 'deposit' : 'withdrawal',
    number: balance?.number ?? '',
    customer: balance?.customerName ?? '',
    money: payment.method === 'customerCredit' ? 0 : payment.amount,
    method: payment.method,
    by: payment.by.name,
    reference: payment.reference ?? '',
  })
}

function row(fields: Partial<DayBookRow> & Pick<DayBookRow, 'day' | 'at' | 'kind'>): DayBookRow {
  const empty = {number: '', customer: '', method: '', by: '', reference: ''}
  return {...empty, sales: 0, money: 0, ...fields}
}

export function dayBookColumns(currency: string): CsvColumn<DayBookRow>[] {
  const money = (title: string, amount: (one: DayBookRow) => number) => ({
    title,
    numeric: true,
    value: (one: DayBookRow) => toDecimalText(amount(one), currencyExponent(currency)),
  })
  return [
    {title: 'Day', value: ({day}) => day},
    {title: 'At', value: ({at}) => at},
    {title: 'Kind', value: ({kind}) => kind},
    {title: 'Number', value: ({number}) => number},
    {title: 'Customer', value: ({customer}) => customer},
    money('Sales', ({sales}) => sales),
    money('Money', ({money: amount}) => amount),
    {title: 'Method', value: ({method}) => method},
    {title: 'By', value: ({by}) => by},
    {title: 'Reference', value: ({reference}) => reference},
  ]
}
