import {useMemo} from 'react'
import {averageBillOf, margin} from '../../domain/analytics/salesSums.ts'
import {addDays} from '../../domain/calendar.ts'
import type {DaySums} from '../../domain/dayFigures.ts'
import type {KeyFigures} from '../../domain/keyFigures.ts'
import {
  isShallowEqual,
  useRangeFigures,
  useShopSnapshot,
  useShopStore,
} from '../../realtime/index.ts'

const DAYS = 14

/** Each key figure of the last fortnight, oldest first; 0 on days without a bill. */
export function useTrends(day: string): Readonly<Record<keyof KeyFigures, readonly number[]>> {
  const store = useShopStore()
  const days = useMemo(
    () => Array.from({length: DAYS}, (_, index) => addDays(day, index - DAYS + 1)),
    [day],
  )
  const range = useRangeFigures(days[0] ?? day, day)
  const items = useShopSnapshot(
    () => days.map((one) => store.figuresOf(one).items ?? 0),
    isShallowEqual,
  )
  return useMemo(() => {
    const byDay = new Map(range.days.map((sums) => [sums.day, sums]))
    const trend = (value: (sums: DaySums) => number) =>
      days.map((one) => {
        const sums = byDay.get(one)
        return sums === undefined ? 0 : value(sums)
      })
    return {
      sales: trend(({sales}) => sales),
      bills: trend(({bills}) => bills),
      average: trend(averageBillOf),
      margin: trend(margin),
      items,
    }
  }, [days, range, items])
}
