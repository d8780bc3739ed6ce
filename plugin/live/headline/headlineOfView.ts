import {addDays} from '../../domain/calendar.ts'
import {
  pastDayOf,
  receivablesHeadline,
  stockHeadline,
  trendDays,
  trendsOf,
} from '../../domain/headline.ts'
import type {Headline, SalesHeadline} from '../../domain/headline.ts'
import {keyFigures} from '../../domain/keyFigures.ts'
import type {DayFigures, RangeFigures, ShopSnapshot} from '../types.ts'

export interface HeadlineSources {
  getSnapshot(): ShopSnapshot
  figuresOf(day: string): DayFigures
  figuresBetween(from: string, to: string): RangeFigures
}

/** What the tiles say now, `now` ms. */
export function headlineOfView(view: HeadlineSources, now: number): Headline {
  const snapshot = view.getSnapshot()
  const {settings, figures, products} = snapshot
  return {
    asOf: new Date(now).toISOString(),
    currency: settings.currency,
    timeZone: settings.timeZone,
    sales: salesOfView(view, snapshot, now),
    stock: stockHeadline(figures, products.size),
    receivables: receivablesHeadline(figures),
  }
}

function salesOfView(view: HeadlineSources, snapshot: ShopSnapshot, now: number): SalesHeadline {
  const {day, today} = snapshot.figures
  const {timeZone} = snapshot.settings
  const pastDay = (back: number) =>
    pastDayOf(view.figuresOf(addDays(day, -back)), {today: day, timeZone, now, sources: snapshot})
  const days = trendDays(day)
  const items = days.map((one) => view.figuresOf(one).items ?? 0)
  return {
    day,
    now: keyFigures(today),
    yesterday: pastDay(1),
    lastWeek: pastDay(7),
    trends: trendsOf(days, view.figuresBetween(days[0] ?? day, day).days, items),
  }
}
