import {useMemo} from 'react'
import {addDays} from '../../domain/calendar.ts'
import {pastDayOf} from '../../domain/headline.ts'
import type {PastDay, SalesHeadline} from '../../domain/headline.ts'
import {keyFigures} from '../../domain/keyFigures.ts'
import {useDayFigures, useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import {useMinute} from './useMinute.ts'

/** The day of the figures beside the day before and the same weekday, each as it stood as long after midnight. */
export function useComparisons(isToday: boolean): Omit<SalesHeadline, 'day' | 'trends'> {
  const today = useShopSnapshot(({figures}) => figures.today)
  const now = useMemo(() => keyFigures(today), [today])
  return {
    now,
    yesterday: usePastDay(today.day, 1, isToday),
    lastWeek: usePastDay(today.day, 7, isToday),
  }
}

/** Counted anew when the past day changes, and every minute: not with every sale. */
function usePastDay(today: string, back: number, isToday: boolean): PastDay {
  const store = useShopStore()
  const timeZone = useShopSnapshot(({settings}) => settings.timeZone)
  const whole = useDayFigures(useMemo(() => addDays(today, -back), [today, back]))
  const minute = useMinute()
  return useMemo(() => {
    const now = isToday ? minute : undefined
    return pastDayOf(whole, {today, timeZone, now, sources: store.getSnapshot()})
  }, [store, whole, today, isToday, minute, timeZone])
}
