import {useEffect, useState} from 'react'

const FLASH_MS = 1200

/**
 * True for a moment after `revision` changes from one to another; with `initially`, after the first mount too. The caller decides how it
 * looks; the style sheet drops the transition for people who prefer reduced motion.
 */
export function useFlash(revision: string | undefined, initially = false): boolean {
  const [state, setState] = useState({revision, flashing: initially})
  if (state.revision !== revision) {
    setState({revision, flashing: state.revision !== undefined})
  }

  useEffect(() => {
    if (!state.flashing) return undefined
    const timer = setTimeout(() => setState((current) => ({...current, flashing: false})), FLASH_MS)
    return () => clearTimeout(timer)
  }, [state])

  return state.flashing
}
