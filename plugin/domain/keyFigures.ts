import {averageBillOf, margin} from './analytics/salesSums.ts'
import {countedLines, itemsOf, toDaySums} from './dayFigures.ts'
import type {DayFigures} from './dayFigures.ts'
import {billChange, creditChange, sumChanges, voidChange} from './daySums.ts'
import type {Bill, BillBalance, CreditNote} from './documents.ts'
import {billBalanceId} from './ids.ts'

/** What a shopkeeper asks of a day. Money in minor units. */
export interface KeyFigures {
  sales: number
  bills: number
  average: number
  /** Absent where the day's bills are not held. */
  items?: number | undefined
  margin: number
}

export function keyFigures(day: DayFigures): KeyFigures {
  return {
    sales: day.sales,
    bills: day.bills,
    average: averageBillOf(day),
    items: day.items,
    margin: margin(day),
  }
}

export interface KeyFigureSources {
  bills: ReadonlyMap<string, Bill>
  billBalances: ReadonlyMap<string, BillBalance>
  creditNotes: ReadonlyMap<string, CreditNote>
}

/**
 * A day as it stood at one of its instants (`until`, ISO UTC), from its bills and credit notes, which must be held. Voids
 * count from the beginning, as in the day's own figures.
 */
export function keyFiguresUntil(
  sources: KeyFigureSources,
  {day, until, timeZone}: {day: string; until: string; timeZone: string},
): KeyFigures {
  const bills = [...sources.bills.values()].filter((bill) => isBefore(bill, day, until))
  const notes = [...sources.creditNotes.values()].filter((note) => isBefore(note, day, until))
  const balanceOf = ({_id}: Bill) => sources.billBalances.get(billBalanceId(_id))
  const changes = bills.map((bill) => {
    const balance = balanceOf(bill)
    const issued = billChange(bill, timeZone)
    return balance?.void === undefined
      ? issued
      : sumChanges(issued, voidChange(bill, balance, timeZone))
  })
  const sums = toDaySums(sumChanges(...changes, ...notes.map((note) => creditChange(note))))
  const items = bills.reduce((sum, bill) => sum + itemsOf(countedLines(bill, balanceOf(bill))), 0)
  return keyFigures({...sums, day, items})
}

function isBefore(paper: {day: string; occurredAt: string}, day: string, until: string): boolean {
  return paper.day === day && Date.parse(paper.occurredAt) <= Date.parse(until)
}
