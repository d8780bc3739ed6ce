import {createChangeListeners} from '../live/changeListeners.ts'
import type {LiveShopStore} from '../live/liveShopStore.ts'
import {createStandingFigures} from './standingFigures.ts'
import {createStandingRelations} from './standingRelations.ts'

/**
 * Calls back once after the next paint, in a task of its own: a render and the layout of what it changed are two tasks
 * then. In a tab that does not paint it calls back soon. Returns how to cancel.
 */
export type RequestFrame = (run: () => void) => () => void

const HIDDEN_TAB_MS = 100

export const requestFrame: RequestFrame = (run) => {
  const isPage = typeof requestAnimationFrame === 'function'
  // hidden tabs get no animation frames: the timer fires there
  let timer = setTimeout(() => once(), isPage ? HIDDEN_TAB_MS : 16)
  const afterPaint = () => {
    clearTimeout(timer)
    timer = setTimeout(() => once())
  }
  const frame = isPage ? requestAnimationFrame(afterPaint) : undefined
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

const nothing: ReadonlySet<string> = new Set()

export interface FrameStoreOptions {
  request?: RequestFrame
  /** ms. */
  now?: () => number
}

/** Rendering takes a quarter of the time at most… */
const REST = 3
/** …but what is shown is never older than this, ms. */
const LONGEST_REST_MS = 250
/** Changes closer than this are a burst, ms: what receives them is not to render in the same task. */
const BURST_MS = 100

/**
 * The store as React reads it: a change that comes alone is shown at once, those of a burst together with a later
 * frame: the next, or when a render takes long, one some renders later. The snapshot stands still in between, and so do
 * lookups and figures, so that all that is rendered is of one moment.
 */
export function createFrameStore(
  store: LiveShopStore,
  {request = requestFrame, now = () => performance.now()}: FrameStoreOptions = {},
): LiveShopStore {
  const listeners = createChangeListeners()
  let snapshot = store.getSnapshot()
  let waiting = new Set<string>()
  let isDirty = false
  let cancelFrame: (() => void) | undefined
  let restsUntil = 0
  let burstUntil = 0

  const flush = () => {
    const began = now()
    const ids = waiting
    waiting = new Set()
    isDirty = false
    snapshot = store.getSnapshot()
    cancelFrame = request(onFrame)
    listeners.notify(ids)
    // React renders what it was told in a microtask, and this one comes after it
    queueMicrotask(() => {
      const end = now()
      restsUntil = end + Math.min(REST * (end - began), LONGEST_REST_MS)
      burstUntil = end + BURST_MS
    })
  }
  const flushOrRest = () => {
    if (now() >= restsUntil) flush()
    else cancelFrame = request(onFrame)
  }
  const onFrame = () => {
    cancelFrame = undefined
    if (isDirty) flushOrRest()
  }
  const stop = store.subscribeChanges((ids) => {
    for (const id of ids) waiting.add(id)
    isDirty = true
    if (cancelFrame !== undefined) return
    if (now() < burstUntil) cancelFrame = request(onFrame)
    else flushOrRest()
  })

  const moved = (): ReadonlySet<string> => {
    const ahead = store.ahead()
    return ahead.size === 0 ? waiting : new Set([...waiting, ...ahead])
  }
  const standing = {snapshot: () => snapshot, moved}
  return {
    ...store,
    ...createStandingFigures(store, standing),
    related: createStandingRelations(store.related, standing),
    ahead: () => nothing,
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
