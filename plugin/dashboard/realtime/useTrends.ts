import {useMemo} from 'react'
import {trendDays, trendsOf} from '../../domain/headline.ts'
import type {Trends} from '../../domain/headline.ts'
import {
  isShallowEqual,
  useRangeFigures,
  useShopSnapshot,
  useShopStore,
} from '../../realtime/index.ts'

/** Each key figure of the last fortnight, oldest first; 0 on days without a bill. */
export function useTrends(day: string): Trends {
  const store = useShopStore()
  const days = useMemo(() => trendDays(day), [day])
  const range = useRangeFigures(days[0] ?? day, day)
  const items = useShopSnapshot(
    () => days.map((one) => store.figuresOf(one).items ?? 0),
    isShallowEqual,
  )
  return useMemo(() => trendsOf(days, range.days, items), [days, range, items])
}
