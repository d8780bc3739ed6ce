import {sumOf} from './billTotals.ts'
import {ageAccount} from './statement/aging.ts'
import type {AgedAccount} from './statement/aging.ts'
import {toEvents} from './statement/events.ts'
import type {StatementEvent} from './statement/events.ts'
import type {StatementRecords} from './statement/records.ts'

export {readStatementRecords} from './statement/records.ts'
export type {Aging, OpenBill} from './statement/aging.ts'
export type {StatementLineKind} from './statement/events.ts'
export type {
  StatementBill,
  StatementNote,
  StatementPayment,
  StatementRecords,
  StatementVoid,
} from './statement/records.ts'

/** A line of a statement: one of `charge` and `settlement` is 0, neither is negative. Minor units. */
export type StatementLine = Omit<StatementEvent, 'amount'> & {
  /** Raises what the customer owes. */
  charge: number
  /** Lowers it. */
  settlement: number
  /** Owed after this line; negative: the shop owes the customer. */
  balance: number
}

export interface Statement extends AgedAccount {
  /** First and last calendar day. */
  from: string
  to: string
  /** Owed before the first day. */
  opening: number
  /** Oldest first. */
  lines: StatementLine[]
  /** Σ of the lines. */
  charges: number
  settlements: number
  /** Owed at the end of the last day: opening + charges − settlements = Σ aging − credit. */
  closing: number
}

export interface StatementPeriod {
  /** Calendar days of the shop, both included. */
  from: string
  to: string
  /** IANA. */
  timeZone: string
}

/**
 * What a customer owed, what came and what went, and what is open by age; pure. Money in minor units. A statement of all
 * days ends at `owed − credit` of the customer's account.
 *
 * Open items and ageing by due date follow ERPNext, opening and running balance Invoice Ninja. Bills cancelled later
 * stand on it twice, once each way, so that a statement sent before stays true.
 */
export function buildStatement(
  records: StatementRecords,
  {from, to, timeZone}: StatementPeriod,
): Statement {
  const events = toEvents(records, timeZone)
  const opening = sumOf(events.filter(({day}) => day < from).map(({amount}) => amount))
  const lines = toLines(
    events.filter(({day}) => day >= from && day <= to),
    opening,
  )
  const charges = sumOf(lines.map((line) => line.charge))
  const settlements = sumOf(lines.map((line) => line.settlement))
  const closing = opening + charges - settlements
  const aged = ageAccount(records, to, timeZone)
  return {from, to, opening, lines, charges, settlements, closing, ...aged}
}

function toLines(events: readonly StatementEvent[], opening: number): StatementLine[] {
  let balance = opening
  return events.map(({amount, ...event}) => {
    balance += amount
    return {...event, charge: Math.max(0, amount), settlement: Math.max(0, -amount), balance}
  })
}
