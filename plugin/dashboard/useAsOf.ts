import {useCallback, useEffect} from 'react'
import {useRouter} from 'sanity/router'
import {isDay} from '../domain/calendar.ts'
import {useShopStore} from '../realtime/index.ts'

const PARAM = 'day'

/** The as-of day of the URL (`?day=2010-12-23`) and how to change it; `undefined` is today. */
export function useAsOf(): {day: string | undefined; setDay: (day: string | undefined) => void} {
  const {navigate, state} = useRouter()
  const params = state._searchParams
  const text = params?.find(([name]) => name === PARAM)?.[1]
  const day = text !== undefined && isDay(text) ? text : undefined

  const setDay = useCallback(
    (next: string | undefined) => {
      const others = (params ?? []).filter(([name]) => name !== PARAM)
      const wanted: [string, string][] = next === undefined ? [] : [[PARAM, next]]
      navigate({...state, _searchParams: [...others, ...wanted]}, {replace: true})
    },
    [navigate, params, state],
  )
  return {day, setDay}
}

/** Tells the shared store which day the figures are for, and returns it to today when the dashboard closes. */
export function useFollowDay(day: string | undefined): void {
  const store = useShopStore()
  useEffect(() => {
    store.setDay(day)
    return () => store.setDay(undefined)
  }, [store, day])
}
