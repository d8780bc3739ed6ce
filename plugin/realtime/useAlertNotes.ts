import {useEffect, useMemo, useState} from 'react'
import {notesByAlert} from '../domain/alertList.ts'
import type {AlertNote} from '../domain/documents.ts'
import type {Collection} from '../live/types.ts'
import {useShopSnapshot} from './useShop.ts'

/** Timers hold no longer than this. */
const MAX_WAIT_MS = 2 ** 31 - 1

/** The notes that count now, by the alert's key; a new function when one comes or ends. */
export function useAlertNotes(): (key: string) => AlertNote | undefined {
  const notes = useShopSnapshot(({alertNotes}) => alertNotes)
  const now = useNextEnd(notes)
  return useMemo(() => {
    const byAlert = notesByAlert(notes, now)
    return (key: string) => byAlert.get(key)
  }, [notes, now])
}

/** The time, moving on whenever a note ends. */
function useNextEnd(notes: Collection<AlertNote>): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ends = [...notes.values()].map(({until}) => Date.parse(until)).filter((end) => end > now)
    if (ends.length === 0) return undefined
    const wait = Math.min(Math.max(0, Math.min(...ends) - Date.now()), MAX_WAIT_MS)
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [notes, now])
  return now
}
