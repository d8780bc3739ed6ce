import {useEffect, useState} from 'react'
import {observeMinute, startOfMinute} from './observeMinute.ts'

/** The time (ms) at the beginning of this minute, moving on with the clock. */
export function useMinute(): number {
  const [minute, setMinute] = useState(() => startOfMinute(Date.now()))
  useEffect(() => {
    const subscription = observeMinute().subscribe(setMinute)
    return () => subscription.unsubscribe()
  }, [])
  return minute
}
