import {averageBillOf, margin} from './analytics/salesSums.ts'
import {addDays, startOfDay} from './calendar.ts'
import type {DayFigures, DaySums} from './dayFigures.ts'
import type {ShopFigures} from './figures.ts'
import {keyFigures, keyFiguresUntil} from './keyFigures.ts'
import type {KeyFigures, KeyFigureSources} from './keyFigures.ts'

/** A day's key figures, beside those of another day. */
export interface PastDay {
  day: string
  figures: KeyFigures
  /** As it stood at this time of the day; else the whole day. */
  isSameTime: boolean
}

/** Each key figure of the last fortnight, oldest first; 0 on days without a bill. */
export type Trends = Readonly<Record<keyof KeyFigures, readonly number[]>>

export interface SalesHeadline {
  /** Calendar day of the shop. */
  day: string
  now: KeyFigures
  yesterday: PastDay
  /** The same weekday of the week before. */
  lastWeek: PastDay
  trends: Trends
}

export interface StockHeadline {
  /** Minor units, at cost. */
  value: number
  /** How many products there are. */
  products: number
  /** How many of them run low, are out, are below zero; absent while nobody has counted them. */
  alerts?: {low: number; out: number; negative: number}
}

export interface ReceivablesHeadline {
  /** Minor units. */
  sum: number
  overdue: {bills: number; sum: number; oldestDays: number}
}

/**
 * What the tiles say, as of one moment: shown at the start until the documents are there. Nothing is derived from it and
 * nothing is decided by it.
 */
export interface Headline {
  /** ISO UTC. */
  asOf: string
  currency: string
  timeZone: string
  /** Absent when they are not those of today. */
  sales?: SalesHeadline
  stock: StockHeadline
  receivables: ReceivablesHeadline
}

export const TREND_DAYS = 14

/** The fortnight that ends with `day`, oldest first. */
export function trendDays(day: string): string[] {
  return Array.from({length: TREND_DAYS}, (_, index) => addDays(day, index - TREND_DAYS + 1))
}

/** `items`: those of each of the days. */
export function trendsOf(
  days: readonly string[],
  sums: readonly (DaySums & {day: string})[],
  items: readonly number[],
): Trends {
  const byDay = new Map(sums.map((one) => [one.day, one]))
  const trend = (value: (of: DaySums) => number) =>
    days.map((day) => {
      const of = byDay.get(day)
      return of === undefined ? 0 : value(of)
    })
  return {
    sales: trend(({sales}) => sales),
    bills: trend(({bills}) => bills),
    average: trend(averageBillOf),
    margin: trend(margin),
    items,
  }
}

export interface PastDayContext {
  /** The day it stands beside. */
  today: string
  timeZone: string
  /** The time of that day, ms; `undefined`: the past day counts as a whole. */
  now: number | undefined
  sources: KeyFigureSources
}

/** A past day as it stood as long after midnight as it is now; as a whole where nobody knows how it stood. */
export function pastDayOf(whole: DayFigures, context: PastDayContext): PastDay {
  const {day} = whole
  const {today, timeZone, now, sources} = context
  // without its bills nobody knows how the day stood at any time of it
  const isSameTime = now !== undefined && (whole.items !== undefined || whole.bills === 0)
  if (!isSameTime) return {day, figures: keyFigures(whole), isSameTime}
  const elapsed = now - Date.parse(startOfDay(today, timeZone))
  const until = new Date(Date.parse(startOfDay(day, timeZone)) + elapsed).toISOString()
  return {day, figures: keyFiguresUntil(sources, {day, until, timeZone}), isSameTime}
}

export function stockHeadline(figures: ShopFigures, products: number): StockHeadline {
  return {
    value: figures.stockValue,
    products,
    alerts: {
      low: figures.lowStock.length,
      out: figures.outOfStock.length,
      negative: figures.negativeStock.length,
    },
  }
}

export function receivablesHeadline({
  receivables,
  overdue,
}: Pick<ShopFigures, 'receivables' | 'overdue'>): ReceivablesHeadline {
  return {
    sum: receivables,
    overdue: {
      bills: overdue.length,
      sum: overdue.reduce((sum, {balance}) => sum + balance, 0),
      oldestDays: overdue.at(0)?.daysOverdue ?? 0,
    },
  }
}
