import {dayOf} from '../calendar.ts'
import type {PaymentMethod} from '../documents.ts'
import type {StatementPayment, StatementRecords} from './records.ts'

export type StatementLineKind =
  | 'bill'
  | 'creditNote'
  | 'void'
  | 'payment'
  | 'refund'
  | 'deposit'
  | 'withdrawal'

/** One thing that changed what a customer owes. */
export interface StatementEvent {
  kind: StatementLineKind
  /** Id of the bill, credit note or payment. */
  document: string
  /** Number of the bill or credit note it is about; absent for deposits and withdrawals. */
  number?: string
  method?: PaymentMethod
  reference?: string
  /** ISO UTC. */
  at: string
  /** Calendar day of the shop. */
  day: string
  /** Signed, minor units: what it adds to what the customer owes. */
  amount: number
}

const RANK: Record<StatementLineKind, number> = {
  bill: 0,
  creditNote: 1,
  void: 2,
  payment: 3,
  refund: 4,
  deposit: 5,
  withdrawal: 6,
}

/**
 * All that moved a customer's balance, oldest first. What is settled with `customerCredit` is left out: it moves money
 * that the customer has brought before from his credit to a bill.
 */
export function toEvents(records: StatementRecords, timeZone: string): StatementEvent[] {
  return [...billEvents(records, timeZone), ...noteEvents(records), ...paymentEvents(records)]
    .filter(({amount}) => amount !== 0)
    .toSorted(compareEvents)
}

function billEvents({bills, voids}: StatementRecords, timeZone: string): StatementEvent[] {
  const cancelled = new Map(voids.map((one) => [one.bill, one]))
  return bills.flatMap(({_id, number, day, occurredAt, total}): StatementEvent[] => {
    const own = {document: _id, number}
    const bill = {...own, kind: 'bill' as const, at: occurredAt, day, amount: total}
    const end = cancelled.get(_id)
    if (end === undefined) return [bill]
    const {at, credited} = end
    return [bill, {...own, kind: 'void', at, day: dayOf(at, timeZone), amount: credited - total}]
  })
}

function noteEvents({creditNotes}: StatementRecords): StatementEvent[] {
  return creditNotes.map(({_id, number, day, occurredAt, total}) => ({
    kind: 'creditNote',
    document: _id,
    number,
    at: occurredAt,
    day,
    amount: -total,
  }))
}

function paymentEvents({bills, creditNotes, payments}: StatementRecords): StatementEvent[] {
  const numbers = new Map([...bills, ...creditNotes].map(({_id, number}) => [_id, number]))
  return payments
    .filter(({method}) => method !== 'customerCredit')
    .map((payment) => {
      const {_id, at, day, method, amount, bill, creditNote, reference} = payment
      const number = numbers.get(bill?._ref ?? creditNote?._ref ?? '')
      return {
        kind: kindOf(payment),
        document: _id,
        ...(number === undefined ? {} : {number}),
        method,
        ...(reference ? {reference} : {}),
        at,
        day,
        amount: -amount,
      }
    })
}

function kindOf({bill, creditNote, amount}: StatementPayment): StatementLineKind {
  if (bill || creditNote) return amount < 0 ? 'refund' : 'payment'
  return amount < 0 ? 'withdrawal' : 'deposit'
}

function compareEvents(a: StatementEvent, b: StatementEvent): number {
  return (
    Date.parse(a.at) - Date.parse(b.at) ||
    RANK[a.kind] - RANK[b.kind] ||
    (a.document < b.document ? -1 : 1)
  )
}
