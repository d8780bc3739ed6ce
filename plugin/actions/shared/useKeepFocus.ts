import {useEffect} from 'react'

/** A menu that closes gives the focus back to its button a little after the dialog it opened has taken it. */
const RESTLESS_MS = 1_500

/** What has the focus when the dialog opens keeps it, so that the first key goes where it should. */
export function useKeepFocus(): void {
  useEffect(() => {
    const chosen = document.activeElement
    const dialog = chosen?.closest('[role=dialog]')
    if (!(chosen instanceof HTMLElement) || !dialog) return undefined
    const until = performance.now() + RESTLESS_MS
    const bringBack = ({target}: FocusEvent) => {
      if (performance.now() > until) return stop()
      // Only from a menu's button: what closes the dialog gives the focus to another one on purpose.
      if (target instanceof Element && target.closest('[aria-haspopup]')) chosen.focus()
    }
    const stop = () => {
      document.removeEventListener('focusin', bringBack)
      document.removeEventListener('keydown', leave, true)
    }
    // closed as soon as it opened, the dialog must not take back the focus that it gives away
    const leave = ({key}: KeyboardEvent) => key === 'Escape' && stop()
    document.addEventListener('focusin', bringBack)
    document.addEventListener('keydown', leave, true)
    return stop
  }, [])
}
