import type {Bill, CreditNote} from '../../../plugin/domain/documents.ts'
import type {ReplayPlan} from './planReplay.ts'

/** Money in pence; `days` lists days with a bill or a credit note. */
export interface DayFigures {
  bills: number
  sales: number
  credits: number
}

export interface ReplayFigures {
  bills: number
  billLines: number
  creditNotes: number
  creditLines: number
  adjustments: number
  /** Rows by reason. */
  refused: Record<string, number>
  products: number
  customers: number
  days: Record<string, DayFigures>
}

/** Counts what the operations answered. */
export interface Tally {
  addBill(bill: Bill): void
  addCreditNote(note: CreditNote): void
  addAdjustment(): void
  /** Rows that the shop refused, with its first words for each code. */
  addRefused(reason: string, rows: number, words: string): void
  figures(): ReplayFigures
  /** The shop's own words, by code. */
  words(): ReadonlyMap<string, string>
}

export function createTally(plan: ReplayPlan): Tally {
  const refused = new Map<string, number>(
    Object.entries(plan.refused).map(([reason, rows]) => [reason, rows]),
  )
  const words = new Map<string, string>()
  const days = new Map<string, DayFigures>()
  const counts = {bills: 0, billLines: 0, creditNotes: 0, creditLines: 0, adjustments: 0}
  const dayOf = (day: string): DayFigures => {
    const figures = days.get(day) ?? {bills: 0, sales: 0, credits: 0}
    days.set(day, figures)
    return figures
  }
  return {
    addBill({day, lines, totals}) {
      counts.bills += 1
      counts.billLines += lines.length
      dayOf(day).bills += 1
      dayOf(day).sales += totals.total
    },
    addCreditNote({day, lines, totals}) {
      counts.creditNotes += 1
      counts.creditLines += lines.length
      dayOf(day).credits += totals.total
    },
    addAdjustment() {
      counts.adjustments += 1
    },
    addRefused(reason, rows, sentence) {
      refused.set(reason, (refused.get(reason) ?? 0) + rows)
      if (!words.has(reason)) words.set(reason, sentence)
    },
    figures: () => ({
      ...counts,
      refused: Object.fromEntries(refused),
      products: plan.products.length,
      customers: plan.customers.length,
      days: Object.fromEntries([...days].toSorted(([a], [b]) => a.localeCompare(b))),
    }),
    words: () => words,
  }
}
