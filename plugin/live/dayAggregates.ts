import type {Bill, BillBalance, CreditNote} from '../domain/documents.ts'
import {billContribution, creditContribution, emptyDay} from '../domain/figures.ts'
import type {DayTotals} from '../domain/figures.ts'
import {billBalanceId} from '../domain/ids.ts'

export interface DayLookups {
  bill: (id: string) => Bill | undefined
  balance: (id: string) => BillBalance | undefined
}

const BALANCE_PREFIX = 'billBalance.'

/** Bills, sales and credits by calendar day, moved by deltas. A balance may be seen before its bill. */
export function createDayAggregates(lookups: DayLookups) {
  const days = new Map<string, DayTotals>()

  const add = (day: string, part: DayTotals, sign: 1 | -1) => {
    const {bills, sales, credits} = days.get(day) ?? emptyDay
    days.set(day, {
      bills: bills + sign * part.bills,
      sales: sales + sign * part.sales,
      credits: credits + sign * part.credits,
    })
  }

  const count = (bill: Bill | undefined, balance: BillBalance | undefined, sign: 1 | -1) => {
    if (bill !== undefined) add(bill.day, billContribution(bill, balance), sign)
  }

  return {
    of: (day: string): DayTotals => days.get(day) ?? emptyDay,
    moveBill(id: string, before: Bill | undefined, after: Bill | undefined): void {
      const balance = lookups.balance(billBalanceId(id))
      count(before, balance, -1)
      count(after, balance, 1)
    },
    moveCredit(before: CreditNote | undefined, after: CreditNote | undefined): void {
      if (before !== undefined) add(before.day, creditContribution(before), -1)
      if (after !== undefined) add(after.day, creditContribution(after), 1)
    },
    moveBalance(id: string, before: BillBalance | undefined, after: BillBalance | undefined): void {
      const bill = lookups.bill(`bill.${id.slice(BALANCE_PREFIX.length)}`)
      count(bill, before, -1)
      count(bill, after, 1)
    },
  }
}
