import type {DayChange} from '../../domain/daySums.ts'
import type {DaySummary} from '../../domain/documents.ts'
import {daySummaryId} from '../../domain/ids.ts'
import {proveHeldDay} from '../../domain/proof/heldShop.ts'
import type {HeldFrom} from '../../domain/proof/heldShop.ts'
import type {Subjects} from './subjects.ts'

export interface HeldDaySums {
  sumsOf(day: string): DayChange
  /** How many documents `sumsOf` has to count. */
  toCount(day: string): number
  /** All days with a document. */
  days(): Iterable<string>
  summary(day: string): DaySummary | undefined
}

/** What the summaries of days say against the sums of their documents. */
export function createDayProof(held: HeldDaySums, subjects: Subjects) {
  const moved = new Set<string>()

  return {
    move(before: {day: string} | undefined, after: {day: string} | undefined): void {
      for (const document of [before, after]) if (document) moved.add(document.day)
    },
    /** The hours of all days are others. */
    moveTimeZone(): void {
      for (const day of held.days()) moved.add(day)
    },
    waiting: (): Iterable<string> => moved,
    isPending: (day: string, pending: ReadonlySet<string>): boolean =>
      pending.has(daySummaryId(day)),
    cost: (day: string, {billsFrom}: HeldFrom): number => (day < billsFrom ? 0 : held.toCount(day)),
    judge(day: string, {billsFrom}: HeldFrom): void {
      const sums = day < billsFrom ? undefined : held.sumsOf(day)
      subjects.report(`day ${day}`, proveHeldDay(day, sums, held.summary(day), billsFrom))
      moved.delete(day)
    },
  }
}
