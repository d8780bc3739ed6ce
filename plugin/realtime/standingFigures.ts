import {buildDayFigures, buildRangeFigures} from '../domain/dayFiguresFromScratch.ts'
import type {DayFigures, RangeFigures, ShopSnapshot, ShopStore} from '../live/types.ts'
import type {StandingSnapshot} from './standingRelations.ts'

type Figures = Pick<ShopStore, 'figuresOf' | 'figuresBetween'>

/**
 * Figures of days and ranges as of the snapshot that stands, while the store behind it goes on. What is asked for when
 * the snapshot changes is the store's own, kept by deltas; only who asks for the first time in between has it counted.
 */
export function createStandingFigures(
  current: Figures,
  {snapshot, moved}: StandingSnapshot,
): Figures {
  const count = <T>(now: T, anew: (now: T, standing: ShopSnapshot) => T): T =>
    moved().size === 0 ? now : anew(now, snapshot())
  const days = keepOfSnapshot<DayFigures>(snapshot)
  const ranges = keepOfSnapshot<RangeFigures>(snapshot)
  return {
    figuresOf: (day) =>
      days(day, () =>
        count(current.figuresOf(day), ({items}, standing) =>
          buildDayFigures(standing, day, items !== undefined),
        ),
      ),
    figuresBetween: (from, to) =>
      ranges(`${from}|${to}`, () =>
        count(current.figuresBetween(from, to), (_now, {daySummaries}) =>
          buildRangeFigures(daySummaries.values(), from, to),
        ),
      ),
  }
}

/** The first answer for each key counts until the snapshot is another. */
function keepOfSnapshot<T>(snapshot: () => ShopSnapshot) {
  let of: ShopSnapshot | undefined
  let known = new Map<string, T>()
  return (key: string, read: () => T): T => {
    if (of !== snapshot()) {
      of = snapshot()
      known = new Map()
    }
    const value = known.get(key) ?? read()
    known.set(key, value)
    return value
  }
}
