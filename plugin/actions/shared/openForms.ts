import {useEffect, useSyncExternalStore} from 'react'

let open = 0
const listeners = new Set<() => void>()

function change(by: 1 | -1): void {
  open += by
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says that a form stands open, as long as the component is mounted: its buttons are where toasts appear. */
export function useOpenForm(): void {
  useEffect(() => {
    change(1)
    return () => change(-1)
  }, [])
}

/** Whether some form of the shop stands open; what can wait is told when it is closed. */
export function useIsFormOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open > 0)
}
