import {summaryChange} from '../domain/daySums.ts'
import type {DayChange} from '../domain/daySums.ts'
import {toDaySums} from '../domain/dayFigures.ts'
import type {DaySums, RangeFigures} from '../domain/dayFigures.ts'
import type {DaySummary} from '../domain/documents.ts'
import {createDaySumsMap} from './daySumsMap.ts'
import {createRanking} from './ranking.ts'
import {createRecentViews} from './recentViews.ts'

type Day = DaySums & {day: string}

/** Ranges that somebody looks at: they are kept by deltas. */
const OPEN_RANGES = 12

/** Figures over any range of days, from the day summaries, moved by deltas: no bill is read for them. */
export function createRangeAggregates(summaries: () => Iterable<DaySummary>) {
  const open = createRecentViews<OpenRange>(OPEN_RANGES)

  const openRange = (from: string, to: string): OpenRange => {
    const range = createOpenRange(from, to)
    open.set(`${from}|${to}`, range)
    for (const summary of summaries()) range.move(summary._id, undefined, summary)
    return range
  }

  return {
    between: (from: string, to: string): RangeFigures =>
      (open.get(`${from}|${to}`) ?? openRange(from, to)).figures(),
    moveSummary(id: string, before: DaySummary | undefined, after: DaySummary | undefined): void {
      for (const range of open.values()) range.move(id, before, after)
    },
  }
}

function createOpenRange(from: string, to: string) {
  const {sums, add} = createDaySumsMap()
  const days = createRanking<Day>((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  let figures: RangeFigures | undefined

  const isIn = (summary: DaySummary | undefined): summary is DaySummary =>
    summary !== undefined && summary.day >= from && summary.day <= to

  return {
    move(id: string, before: DaySummary | undefined, after: DaySummary | undefined): void {
      if (!isIn(before) && !isIn(after)) return
      figures = undefined
      if (isIn(before)) add(summaryChange(before), -1)
      if (!isIn(after)) return days.set(id, undefined)
      const change: DayChange = summaryChange(after)
      add(change, 1)
      days.set(id, {...toDaySums(change), day: after.day})
    },
    /** The same object until one of its days moves. */
    figures: (): RangeFigures =>
      (figures ??= {...toDaySums(sums()), from, to, days: days.list().toArray()}),
  }
}

type OpenRange = ReturnType<typeof createOpenRange>
