import {multiplyDivide} from '../money.ts'
import type {DaySummary} from '../documents.ts'
import {periodsOf, startOfPeriod} from './periods.ts'
import type {DayRange, Grain} from './periods.ts'

/** What is sold in some days, in one figure each. Money in minor units. */
export interface SalesFigures {
  bills: number
  /** Σ bill totals, tax and cash rounding in it, before credit notes. */
  sales: number
  creditNotes: number
  credits: number
  /** Tax of bills less tax of credit notes. */
  tax: number
  /** What the goods cost when they were sold, less what came back to the shelf. */
  cost: number
}

/** Figures of some days and what they are made of. */
export interface SalesSums extends SalesFigures {
  /** Payments less refunds by method. */
  byMethod: ReadonlyMap<string, number>
  /** Line totals before credit notes by `attributeKey` of category and brand. */
  byCategory: ReadonlyMap<string, number>
  byBrand: ReadonlyMap<string, number>
}

/** Sales after credit notes and without tax; cash rounding stays in. */
export function netSales({sales, credits, tax}: SalesFigures): number {
  return sales - credits - tax
}

/** Net sales less the cost snapshots of what was sold. */
export function margin(sums: SalesFigures): number {
  return netSales(sums) - sums.cost
}

/** Margin in basis points of net sales; `undefined` without sales. */
export function marginRate(sums: SalesFigures): number | undefined {
  const net = netSales(sums)
  return net > 0 ? multiplyDivide(margin(sums), 10_000, net) : undefined
}

export function averageBillOf({bills, sales}: SalesFigures): number {
  return bills === 0 ? 0 : multiplyDivide(sales, 1, bills)
}

/** By how many basis points a figure grew; `undefined` when there was nothing before. */
export function growth(now: number, before: number): number | undefined {
  return before > 0 ? multiplyDivide(now - before, 10_000, before) : undefined
}

/** Summaries of a range, in no order. */
export function summariesIn(
  summaries: Iterable<DaySummary>,
  {from, to}: DayRange,
): readonly DaySummary[] {
  const found: DaySummary[] = []
  for (const summary of summaries) {
    if (summary.day >= from && summary.day <= to) found.push(summary)
  }
  return found
}

export function sumSummaries(summaries: readonly DaySummary[]): SalesSums {
  return {
    ...sumFigures(summaries),
    byMethod: sumBy(summaries, ({byMethod}) => byMethod),
    byCategory: sumBy(summaries, ({byCategory}) => byCategory),
    byBrand: sumBy(summaries, ({byBrand}) => byBrand),
  }
}

export function sumFigures(summaries: readonly DaySummary[]): SalesFigures {
  const figures = {bills: 0, sales: 0, creditNotes: 0, credits: 0, tax: 0, cost: 0}
  for (const summary of summaries) {
    figures.bills += summary.bills
    figures.sales += summary.sales
    figures.creditNotes += summary.creditNotes
    figures.credits += summary.credits
    figures.tax += summary.tax
    figures.cost += summary.cost
  }
  return figures
}

type Amounts = Readonly<Record<string, number>>

function sumBy(
  summaries: readonly DaySummary[],
  amountsOf: (summary: DaySummary) => Amounts | undefined,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const summary of summaries) {
    const amounts = amountsOf(summary) ?? {}
    for (const key of Object.keys(amounts))
      sums.set(key, (sums.get(key) ?? 0) + (amounts[key] ?? 0))
  }
  return sums
}

export interface PeriodSales extends DayRange {
  sums: SalesFigures
}

/** The sums of every period of a range; those without a bill are there with 0. */
export function salesByPeriod(
  summaries: Iterable<DaySummary>,
  range: DayRange,
  by: Grain,
): readonly PeriodSales[] {
  const members = new Map<string, DaySummary[]>()
  for (const summary of summariesIn(summaries, range)) {
    const start = startOfPeriod(summary.day, by)
    const known = members.get(start)
    if (known === undefined) members.set(start, [summary])
    else known.push(summary)
  }
  return periodsOf(range, by).map((period) => ({
    ...period,
    sums: sumFigures(members.get(startOfPeriod(period.from, by)) ?? []),
  }))
}

export interface Share {
  key: string
  amount: number
  /** Basis points of the whole; 0 when the whole is not above 0. */
  share: number
}

/** Largest first, of one amount by key. */
export function toShares(sums: ReadonlyMap<string, number>, whole: number): readonly Share[] {
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => ({
      key,
      amount,
      share: whole > 0 ? multiplyDivide(amount, 10_000, whole) : 0,
    }))
    .toSorted((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1))
}
