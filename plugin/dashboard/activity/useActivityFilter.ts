import {useMemo} from 'react'
import {ACTIVITY_KINDS} from '../../domain/activity.ts'
import type {ActivityKind} from '../../domain/activity.ts'
import {addDays, isDay, startOfDay} from '../../domain/calendar.ts'
import {useShopSettings} from '../../realtime/index.ts'
import type {ActivityFilter} from '../../realtime/index.ts'
import {useViewParams} from '../useViewParams.ts'

/** What the URL asks for: `?kind=payment&person=admin&day=2026-11-26`. */
export function useActivityFilter() {
  const {get, set} = useViewParams()
  const {timeZone} = useShopSettings()
  const asked = get('kind')
  const kind = ACTIVITY_KINDS.find((known) => known === asked)
  const person = get('person')
  const text = get('day') ?? ''
  const day = isDay(text) ? text : undefined
  const filter = useMemo(
    (): ActivityFilter => ({
      kinds: kind === undefined ? ACTIVITY_KINDS : [kind],
      ...(person === undefined ? {} : {person}),
      ...(day === undefined
        ? {}
        : {from: startOfDay(day, timeZone), before: startOfDay(addDays(day, 1), timeZone)}),
    }),
    [kind, person, day, timeZone],
  )
  return {
    filter,
    kind,
    person,
    day,
    setKind: (next: ActivityKind | undefined) => set({kind: next}),
    setPerson: (next: string | undefined) => set({person: next}),
    setDay: (next: string | undefined) => set({day: next}),
    clear: () => set({kind: undefined, person: undefined, day: undefined}),
  }
}
