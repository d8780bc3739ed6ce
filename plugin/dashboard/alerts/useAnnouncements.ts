import {useEffect, useRef} from 'react'
import type {ShopAlert} from '../../domain/alertList.ts'
import {announce, beginAnnouncements} from '../../domain/announcements.ts'
import type {Announcements} from '../../domain/announcements.ts'

/** Calls `tell` with what is new, by the rules of `announce`; what stands at first is not told, `quiet` puts off the rest. */
export function useAnnouncements(
  open: readonly ShopAlert[],
  quiet: boolean,
  tell: (alerts: readonly ShopAlert[]) => void,
): void {
  const state = useRef<Announcements>(undefined)
  const teller = useRef(tell)
  useEffect(() => {
    teller.current = tell
  }, [tell])

  useEffect(() => {
    const keys = open.map(({key}) => key)
    state.current ??= beginAnnouncements(keys, Date.now())
    if (quiet) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (before: Announcements) => {
      const now = Date.now()
      const step = announce(before, keys, now)
      state.current = step.state
      const told = new Set(step.tell)
      if (told.size > 0) teller.current(open.filter(({key}) => told.has(key)))
      if (step.wakeAt !== undefined) {
        timer = setTimeout(() => look(step.state), Math.max(0, step.wakeAt - now))
      }
    }
    look(state.current)
    return () => clearTimeout(timer)
  }, [open, quiet])
}
