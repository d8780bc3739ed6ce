import {useEffect, useState} from 'react'

const MINUTE_MS = 60_000

/** The time (ms) at the beginning of this minute, moving on with the clock. */
export function useMinute(): number {
  const [minute, setMinute] = useState(() => startOfMinute(Date.now()))
  useEffect(() => {
    const wait = minute + MINUTE_MS - Date.now()
    const timer = setTimeout(() => setMinute(startOfMinute(Date.now())), Math.max(50, wait))
    return () => clearTimeout(timer)
  }, [minute])
  return minute
}

const startOfMinute = (now: number): number => now - (now % MINUTE_MS)
