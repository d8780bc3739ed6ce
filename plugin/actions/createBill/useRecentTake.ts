import {useEffect, useState} from 'react'
import {useCurrentLocale} from 'sanity'
import type {StockLevel} from '../../domain/documents.ts'

/** For how long it is news that somebody took of a product. */
const NEWS_MS = 120_000
const TICK_MS = 1_000

export interface RecentTake {
  who: string
  /** Smallest steps, positive. */
  quantity: number
  kind: 'sold' | 'took'
  /** In the Studio's language: `3s ago`. */
  ago: string
}

/** Who last took of this product, while that is news. */
export function useRecentTake(level: StockLevel | undefined): RecentTake | undefined {
  const locale = useCurrentLocale().id
  const entry = level?.lastEntry
  const at = entry === undefined || entry.quantity >= 0 ? Number.NaN : Date.parse(entry.at)
  const now = useClock(at)
  const age = Math.max(0, now - at)
  if (entry === undefined || !(age < NEWS_MS)) return undefined
  const seconds = Math.floor(age / 1000)
  const relative = new Intl.RelativeTimeFormat(locale, {style: 'narrow'})
  return {
    who: entry.by.name,
    quantity: -entry.quantity,
    kind: entry.kind === 'sale' ? 'sold' : 'took',
    ago: seconds < 60 ? relative.format(-seconds, 'second') : relative.format(-1, 'minute'),
  }
}

/** Milliseconds since 1970, moving every second while `since` is news. */
function useClock(since: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!(Date.now() - since < NEWS_MS)) return undefined
    const tick = () => {
      setNow(Date.now())
      if (!(Date.now() - since < NEWS_MS)) clearInterval(timer)
    }
    const timer = setInterval(tick, TICK_MS)
    tick()
    return () => clearInterval(timer)
  }, [since])
  return now
}
