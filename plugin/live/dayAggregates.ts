import {billChange, creditChange, paymentChange, sumChanges, voidChange} from '../domain/daySums.ts'
import type {DayChange} from '../domain/daySums.ts'
import type {DayFigures} from '../domain/dayFigures.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../domain/documents.ts'
import {billBalanceId} from '../domain/ids.ts'
import {createDaySumsMap} from './daySumsMap.ts'
import {createOpenDay} from './openDay.ts'
import type {OpenDay} from './openDay.ts'
import {createRecentViews} from './recentViews.ts'
import {createRelation} from './relation.ts'

export interface DayLookups {
  bill: (id: string) => Bill | undefined
  balance: (id: string) => BillBalance | undefined
}

const BALANCE_PREFIX = 'billBalance.'
/** Days that somebody looks at: they are kept by deltas; any other is counted when it is asked for. */
const OPEN_DAYS = 16

/** All figures of a calendar day from the documents held, moved by deltas. A balance may be seen before its bill. */
export function createDayAggregates(lookups: DayLookups) {
  const bills = createRelation<Bill>((bill) => bill.day)
  const notes = createRelation<CreditNote>((note) => note.day)
  const payments = createRelation<Payment>((payment) => payment.day)
  const open = createRecentViews<OpenDay>(OPEN_DAYS)
  let timeZone = 'UTC'

  const changeOf = (bill: Bill, balance: BillBalance | undefined): DayChange => {
    const issued = billChange(bill, timeZone)
    return balance?.void === undefined
      ? issued
      : sumChanges(issued, voidChange(bill, balance, timeZone))
  }

  const countBill = (bill: Bill | undefined, balance: BillBalance | undefined, sign: 1 | -1) => {
    const day = bill && open.peek(bill.day)
    if (bill === undefined || day === undefined) return
    day.add(changeOf(bill, balance), sign)
    day.addLines(bill, balance, sign)
  }
  const countNote = (note: CreditNote | undefined, sign: 1 | -1) => {
    if (note !== undefined) open.peek(note.day)?.add(creditChange(note), sign)
  }
  const countPayment = (payment: Payment | undefined, sign: 1 | -1) => {
    if (payment !== undefined) open.peek(payment.day)?.add(paymentChange([payment]), sign)
  }

  const openDay = (day: string): OpenDay => {
    const opened = createOpenDay(day)
    open.set(day, opened)
    for (const bill of bills.of(day)) countBill(bill, lookups.balance(billBalanceId(bill._id)), 1)
    for (const note of notes.of(day)) countNote(note, 1)
    for (const payment of payments.of(day)) countPayment(payment, 1)
    return opened
  }

  const countSums = (day: string): DayChange => {
    const {sums, add} = createDaySumsMap()
    for (const bill of bills.of(day))
      add(changeOf(bill, lookups.balance(billBalanceId(bill._id))), 1)
    for (const note of notes.of(day)) add(creditChange(note), 1)
    add(paymentChange(payments.of(day)), 1)
    return sums()
  }

  return {
    /** The sums of a day's documents: at hand for a day that somebody looks at, else counted. */
    sumsOf: (day: string): DayChange => open.peek(day)?.sums() ?? countSums(day),
    /** How many documents `sumsOf` has to count. */
    toCount: (day: string): number =>
      open.peek(day) === undefined
        ? bills.of(day).length + notes.of(day).length + payments.of(day).length
        : 0,
    days: (): Set<string> => new Set([...bills.keys(), ...notes.keys(), ...payments.keys()]),
    of: (day: string): DayFigures => (open.get(day) ?? openDay(day)).figures(),
    setTimeZone(next: string): void {
      if (next === timeZone) return
      timeZone = next
      open.clear()
    },
    moveBill(id: string, before: Bill | undefined, after: Bill | undefined): void {
      bills.move(id, before, after)
      const balance = lookups.balance(billBalanceId(id))
      countBill(before, balance, -1)
      countBill(after, balance, 1)
    },
    moveCredit(id: string, before: CreditNote | undefined, after: CreditNote | undefined): void {
      notes.move(id, before, after)
      countNote(before, -1)
      countNote(after, 1)
    },
    movePayment(id: string, before: Payment | undefined, after: Payment | undefined): void {
      payments.move(id, before, after)
      countPayment(before, -1)
      countPayment(after, 1)
    },
    moveBalance(id: string, before: BillBalance | undefined, after: BillBalance | undefined): void {
      const bill = lookups.bill(`bill.${id.slice(BALANCE_PREFIX.length)}`)
      // a payment changes the balance, but nothing of what the bill adds to its day
      if (before?.void === undefined && after?.void === undefined) return
      countBill(bill, before, -1)
      countBill(bill, after, 1)
    },
  }
}
