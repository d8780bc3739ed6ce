import {useMemo} from 'react'
import {addDays, startOfDay} from '../../domain/calendar.ts'
import {keyFigures, keyFiguresUntil} from '../../domain/keyFigures.ts'
import type {KeyFigures} from '../../domain/keyFigures.ts'
import {useDayFigures, useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import {useMinute} from './useMinute.ts'

export interface PastDay {
  day: string
  figures: KeyFigures
  /** As it stood at this time of the day; else the whole day. */
  isSameTime: boolean
}

export interface Comparisons {
  now: KeyFigures
  yesterday: PastDay
  /** The same weekday of the week before. */
  lastWeek: PastDay
}

/** The day of the figures beside the day before and the same weekday, each as it stood as long after midnight. */
export function useComparisons(isToday: boolean): Comparisons {
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
  const day = useMemo(() => addDays(today, -back), [today, back])
  const whole = useDayFigures(day)
  const minute = useMinute()
  return useMemo(() => {
    // without its bills nobody knows how the day stood at any time of it
    const isSameTime = isToday && (whole.items !== undefined || whole.bills === 0)
    if (!isSameTime) return {day, figures: keyFigures(whole), isSameTime}
    const elapsed = minute - Date.parse(startOfDay(today, timeZone))
    const until = new Date(Date.parse(startOfDay(day, timeZone)) + elapsed).toISOString()
    return {
      day,
      figures: keyFiguresUntil(store.getSnapshot(), {day, until, timeZone}),
      isSameTime,
    }
  }, [store, whole, day, today, isToday, minute, timeZone])
}
