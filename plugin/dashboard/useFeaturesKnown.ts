import {useEffect, useState} from 'react'
import {useFeatureEnabled} from 'sanity'

/** A Studio that is not told its features in this time goes on without; one without a network gives up after 3.6 s. */
const PATIENCE_MS = 5_000

/**
 * Whether the Studio has been told what the project's plan has, or has waited long enough. When the answer is without
 * comments it mounts its layout once more with every tool in it (`CommentsStudioLayout` of 6.16): what was opened or typed
 * in a tool before would be lost, and everything rendered twice. Always false on the first render.
 */
export function useFeaturesKnown(): boolean {
  const {isLoading} = useFeatureEnabled('studioComments')
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return waited || !isLoading
}
