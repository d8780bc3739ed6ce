import {isOpen} from './alerts.ts'
import {daysBetween} from './calendar.ts'
import type {BillBalance} from './documents.ts'

/** How long ago an open bill was due, in days. */
export type AgingBucketName = 'notDue' | 'days1to30' | 'days31to60' | 'days61to90' | 'over90'

export interface AgingBucket {
  bills: number
  /** Minor units. */
  amount: number
}

/** What is owed by how long it has been due; the amounts sum to `receivables`. */
export type ReceivableAging = Readonly<Record<AgingBucketName, AgingBucket>>

/** In the order of their age. */
export const agingBuckets: readonly AgingBucketName[] = [
  'notDue',
  'days1to30',
  'days31to60',
  'days61to90',
  'over90',
]

const none: AgingBucket = {bills: 0, amount: 0}

export const nothingOwed: ReceivableAging = {
  notDue: none,
  days1to30: none,
  days31to60: none,
  days61to90: none,
  over90: none,
}

/** The bucket of a due date on a day: due today is not due yet. */
export function agingBucketOf(dueDate: string, day: string): AgingBucketName {
  if (dueDate >= day) return 'notDue'
  const late = daysBetween(dueDate, day)
  if (late <= 30) return 'days1to30'
  if (late <= 60) return 'days31to60'
  return late <= 90 ? 'days61to90' : 'over90'
}

/** `aging` with one open balance more, or less (`sign` −1). */
export function addToAging(
  aging: ReceivableAging,
  bucket: AgingBucketName,
  amount: number,
  sign: 1 | -1,
): ReceivableAging {
  const before = aging[bucket]
  return {
    ...aging,
    [bucket]: {bills: before.bills + sign, amount: before.amount + sign * amount},
  }
}

/** From scratch. */
export function ageReceivables(balances: Iterable<BillBalance>, day: string): ReceivableAging {
  let aging = nothingOwed
  for (const balance of balances) {
    if (!isOpen(balance)) continue
    aging = addToAging(aging, agingBucketOf(balance.dueDate, day), balance.balance, 1)
  }
  return aging
}
