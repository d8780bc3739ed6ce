import * as v from 'valibot'
import {addDays, daysBetween} from '../../domain/calendar.ts'
import {toDaySums} from '../../domain/dayFigures.ts'
import type {DayFigures} from '../../domain/dayFigures.ts'
import {summaryChange} from '../../domain/daySums.ts'
import {trendDays, trendsOf} from '../../domain/headline.ts'
import type {Headline, PastDay, SalesHeadline} from '../../domain/headline.ts'
import {keyFigures} from '../../domain/keyFigures.ts'
import {daySummaryShape} from '../shapes.ts'
import {isRawDocument} from '../wire.ts'

/** The day that is asked for, and the settings that count as long as none are stored. */
export interface HeadlineRequest {
  today: string
  currency: string
  timeZone: string
}

/** Sums instead of documents; one query, so that they are all of one moment. Whether stock runs low takes documents. */
export const headlineQuery = `{
  "at": now(),
  "settings": *[_id == "shopSettings.shop"][0]{currency, timeZone},
  "days": *[_type == "daySummary" && day >= $from && day <= $today],
  "products": count(*[_type == "product"]),
  "stockValue": math::sum(*[_type == "stockLevel"].value),
  "open": *[_type == "billBalance" && balance > 0 && !defined(void)]{balance, dueDate}
}`

export function headlineParams({today}: HeadlineRequest) {
  return {today, from: trendDays(today).at(0) ?? today}
}

const answerSchema = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  settings: v.nullable(v.object({currency: v.string(), timeZone: v.string()})),
  days: v.array(v.unknown()),
  products: v.number(),
  stockValue: v.pipe(v.number(), v.safeInteger()),
  open: v.array(
    v.object({
      balance: v.pipe(v.number(), v.safeInteger()),
      dueDate: v.pipe(v.string(), v.isoDate()),
    }),
  ),
})

/** `undefined` for an answer that holds something malformed: the documents will tell what. */
export function headlineOfLake(answer: unknown, request: HeadlineRequest): Headline | undefined {
  const {success, output} = v.safeParse(answerSchema, answer)
  if (!success) return undefined
  const {currency, timeZone} = output.settings ?? request
  const overdue = output.open.filter(({dueDate}) => dueDate < request.today)
  const oldest = overdue
    .map(({dueDate}) => dueDate)
    .toSorted()
    .at(0)
  return {
    asOf: output.at,
    currency,
    timeZone,
    // another time zone may have another day
    ...(timeZone === request.timeZone ? {sales: salesOf(output.days, request.today)} : {}),
    stock: {value: output.stockValue, products: output.products},
    receivables: {
      sum: sumOf(output.open),
      overdue: {
        bills: overdue.length,
        sum: sumOf(overdue),
        oldestDays: oldest === undefined ? 0 : daysBetween(oldest, request.today),
      },
    },
  }
}

const sumOf = (open: readonly {balance: number}[]) =>
  open.reduce((sum, {balance}) => sum + balance, 0)

function salesOf(answer: readonly unknown[], today: string): SalesHeadline {
  const days = answer.flatMap(toDay)
  const byDay = new Map(days.map((figures) => [figures.day, figures]))
  const figuresOf = (day: string): DayFigures => byDay.get(day) ?? {...toDaySums(new Map()), day}
  const pastDay = (back: number): PastDay => {
    const day = addDays(today, -back)
    return {day, figures: keyFigures(figuresOf(day)), isSameTime: false}
  }
  return {
    day: today,
    now: keyFigures(figuresOf(today)),
    yesterday: pastDay(1),
    lastWeek: pastDay(7),
    trends: trendsOf(trendDays(today), days, []),
  }
}

function toDay(document: unknown): DayFigures[] {
  if (!isRawDocument(document)) return []
  const admission = daySummaryShape.admit(document)
  if (!('document' in admission)) return []
  const summary = admission.document
  return [{...toDaySums(summaryChange(summary)), day: summary.day}]
}
