import {monthDistance, monthOf} from './periods.ts'

/** Months in which each customer bought. */
export type BuyingMonths = ReadonlyMap<string, ReadonlySet<string>>

/** Adds a page of bills. */
export function addBuyingMonths(
  months: BuyingMonths,
  bills: readonly {customer: string; day: string}[],
): BuyingMonths {
  const next = new Map(months)
  for (const {customer, day} of bills) {
    next.set(customer, new Set([...(next.get(customer) ?? []), monthOf(day)]))
  }
  return next
}

/** Customers who bought first in one month, and how many of them bought again later. */
export interface Cohort {
  /** `YYYY-MM` */
  month: string
  customers: number
  /** At index n: bought in the n-th month after the first (index 0: all of them), up to the month `until`. */
  bought: readonly number[]
}

/** Oldest cohort first; `until` is the last month, `YYYY-MM`. */
export function toCohorts(months: BuyingMonths, until: string): readonly Cohort[] {
  const cohorts = new Map<string, number[]>()
  for (const bought of months.values()) {
    const sorted = [...bought].filter((month) => month <= until).toSorted()
    const first = sorted[0]
    if (first === undefined) continue
    const counts =
      cohorts.get(first) ?? Array.from({length: monthDistance(first, until) + 1}, () => 0)
    for (const month of sorted) {
      const distance = monthDistance(first, month)
      counts[distance] = (counts[distance] ?? 0) + 1
    }
    cohorts.set(first, counts)
  }
  return [...cohorts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, bought]) => ({month, customers: bought[0] ?? 0, bought}))
}

/** Of all customers the share in basis points who bought in more than one month; `undefined` without customers. */
export function returningRate(months: BuyingMonths): number | undefined {
  if (months.size === 0) return undefined
  const returning = [...months.values()].filter(({size}) => size > 1).length
  return Math.round((returning * 10_000) / months.size)
}
