import {Activity, Suspense, useEffect, useState} from 'react'
import {lazyComponent} from '../../components/lazyComponent.tsx'

const WarmTill = lazyComponent(() => import('./WarmTill.tsx'))

/** After what is on the screen, ms; and for how long it may take. */
const BEGIN_MS = 2_000
const END_MS = 5_000

type Phase = 'waiting' | 'warming' | 'over'

/** Once is enough for a page. */
let isWarm = false

/**
 * Renders the till once out of sight, when there is nothing else to do: without effects and without taking the focus.
 * The browser has then compiled it and knows its styles, whose first insertion makes it style the whole page anew
 * (150 ms of the first opening). Not to be rendered beside an open till.
 */
export function TillWarmUp() {
  const [phase, setPhase] = useState<Phase>(isWarm ? 'over' : 'waiting')
  useEffect(() => {
    if (isWarm) return undefined
    const begin = () => {
      isWarm = true
      setPhase('warming')
    }
    const timers = [setTimeout(begin, BEGIN_MS), setTimeout(() => setPhase('over'), END_MS)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (phase !== 'warming') return null
  return (
    <Activity mode="hidden">
      <Suspense fallback={null}>
        <WarmTill />
      </Suspense>
    </Activity>
  )
}
