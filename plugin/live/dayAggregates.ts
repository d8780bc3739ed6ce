import type {Bill, BillBalance, CreditNote} from '../domain/documents.ts'
import {billContribution, creditContribution, emptyDay} from '../domain/figures.ts'
import type {DayTotals} from '../domain/figures.ts'

/** Bills, sales and credits by calendar day, moved by deltas; void bills count for nothing. */
export function createDayAggregates(billOf: (id: string) => Bill | undefined) {
  const days = new Map<string, DayTotals>()
  // balances that void a bill, by bill: the balance may be seen before its bill
  const voids = new Map<string, number>()
  const isVoid = (billId: string) => (voids.get(billId) ?? 0) > 0

  const add = (day: string, part: DayTotals, sign: 1 | -1) => {
    const {bills, sales, credits} = days.get(day) ?? emptyDay
    days.set(day, {
      bills: bills + sign * part.bills,
      sales: sales + sign * part.sales,
      credits: credits + sign * part.credits,
    })
  }

  const count = (bill: Bill | undefined, sign: 1 | -1) => {
    if (bill !== undefined) add(bill.day, billContribution(bill, isVoid(bill._id)), sign)
  }

  const moveVoid = (balance: BillBalance | undefined, change: 1 | -1) => {
    if (balance?.void === undefined) return
    const billId = balance.bill._ref
    count(billOf(billId), -1)
    const left = (voids.get(billId) ?? 0) + change
    if (left === 0) voids.delete(billId)
    else voids.set(billId, left)
    count(billOf(billId), 1)
  }

  return {
    of: (day: string): DayTotals => days.get(day) ?? emptyDay,
    moveBill(before: Bill | undefined, after: Bill | undefined): void {
      count(before, -1)
      count(after, 1)
    },
    moveCredit(before: CreditNote | undefined, after: CreditNote | undefined): void {
      if (before !== undefined) add(before.day, creditContribution(before), -1)
      if (after !== undefined) add(after.day, creditContribution(after), 1)
    },
    moveBalance(before: BillBalance | undefined, after: BillBalance | undefined): void {
      moveVoid(before, -1)
      moveVoid(after, 1)
    },
  }
}
