import {createChangeListeners} from '../live/changeListeners.ts'
import type {LiveShopStore} from '../live/createShopStore.ts'

/** Calls back once before the next paint, or soon in a tab that does not paint. Returns how to cancel. */
export type RequestFrame = (run: () => void) => () => void

const HIDDEN_TAB_MS = 100

export const requestFrame: RequestFrame = (run) => {
  // hidden tabs get no animation frames: the timer fires there
  const frame =
    typeof requestAnimationFrame === 'function' ? requestAnimationFrame(() => once()) : undefined
  const timer = setTimeout(() => once(), frame === undefined ? 16 : HIDDEN_TAB_MS)
  const cancel = () => {
    clearTimeout(timer)
    if (frame !== undefined) cancelAnimationFrame(frame)
  }
  const once = () => {
    cancel()
    run()
  }
  return cancel
}

/**
 * The store as React reads it: the first change after an idle frame is shown at once, later ones of that frame
 * together with the next. The snapshot stands still in between, so that all components of a render agree.
 */
export function createFrameStore(
  store: LiveShopStore,
  request: RequestFrame = requestFrame,
): LiveShopStore {
  const listeners = createChangeListeners()
  let snapshot = store.getSnapshot()
  let waiting = new Set<string>()
  let isDirty = false
  let cancelFrame: (() => void) | undefined

  const flush = () => {
    const ids = waiting
    waiting = new Set()
    isDirty = false
    snapshot = store.getSnapshot()
    cancelFrame = request(onFrame)
    listeners.notify(ids)
  }
  const onFrame = () => {
    cancelFrame = undefined
    if (isDirty) flush()
  }
  const stop = store.subscribeChanges((ids) => {
    for (const id of ids) waiting.add(id)
    isDirty = true
    if (cancelFrame === undefined) flush()
  })

  return {
    ...store,
    getSnapshot: () => snapshot,
    subscribe: listeners.subscribe,
    subscribeChanges: listeners.subscribeChanges,
    subscribeTo: listeners.subscribeTo,
    destroy: () => {
      stop()
      cancelFrame?.()
      listeners.clear()
      store.destroy()
    },
  }
}
