import * as v from 'valibot'
import {TREND_DAYS} from '../../domain/headline.ts'

const amount = v.pipe(v.number(), v.safeInteger())
const day = v.pipe(v.string(), v.isoDate())
const figures = v.object({
  sales: amount,
  bills: amount,
  average: amount,
  items: v.optional(amount),
  margin: amount,
})
const pastDay = v.object({day, figures, isSameTime: v.boolean()})
const trend = v.pipe(v.array(v.number()), v.maxLength(TREND_DAYS))

/** A `Headline` that a device kept. */
export const headlineSchema = v.object({
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  currency: v.string(),
  timeZone: v.string(),
  sales: v.optional(
    v.object({
      day,
      now: figures,
      yesterday: pastDay,
      lastWeek: pastDay,
      trends: v.object({sales: trend, bills: trend, average: trend, items: trend, margin: trend}),
    }),
  ),
  stock: v.object({
    value: amount,
    products: amount,
    alerts: v.optional(v.object({low: amount, out: amount, negative: amount})),
  }),
  receivables: v.object({
    sum: amount,
    overdue: v.object({bills: amount, sum: amount, oldestDays: amount}),
  }),
})
