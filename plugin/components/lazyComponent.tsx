import {lazy, useEffect, useState} from 'react'
import type {ComponentType, FunctionComponent} from 'react'

export interface Preloadable {
  /** Fetches the component ahead. */
  preload: () => Promise<void>
}

export type LazyComponent<P> = FunctionComponent<P> & Preloadable

/**
 * A component in a file of its own. Once fetched ahead it stands in the very render that asks for it: what suspends for
 * even a moment is revealed by React 300 ms after its fallback, and a shopkeeper's first keys would be lost.
 */
export function lazyComponent<P extends object>(
  load: () => Promise<{default: ComponentType<P>}>,
): LazyComponent<P> {
  const Suspending = lazy(load)
  let loaded: ComponentType<P> | undefined
  const preload = async () => {
    loaded = (await load()).default
  }
  const LazyComponent = (props: P) => {
    // What the first render showed stays: another type of component would begin anew.
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Suspending)
    return <Shown {...props} />
  }
  return Object.assign(LazyComponent, {preload})
}

/** After what is on the screen has been painted, ms. */
const PRELOAD_AFTER_MS = 500
/** A page that is never idle gets the next component all the same, ms. */
const PATIENCE_MS = 5_000

/**
 * Fetches components ahead, once `ready`: one after the other, each when the page has nothing else to do, so that no
 * key waits for a file that is only perhaps needed. The list keeps its identity.
 */
export function usePreload(components: readonly Preloadable[], ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined
    const ended = new AbortController()
    const timer = setTimeout(() => void preloadIdly(components, ended.signal), PRELOAD_AFTER_MS)
    return () => {
      clearTimeout(timer)
      ended.abort()
    }
  }, [components, ready])
}

/** Fetches a component that is most probably the next to be shown. */
export function usePreloadAtOnce({preload}: Preloadable): void {
  useEffect(() => {
    // what cannot be fetched now is fetched when it opens, where its error boundary tells
    void Promise.allSettled([preload()])
  }, [preload])
}

async function preloadIdly(components: readonly Preloadable[], signal: AbortSignal): Promise<void> {
  for (const {preload} of components) {
    if (signal.aborted) return
    // oxlint-disable-next-line no-await-in-loop
    await untilIdle()
    // What cannot be fetched now is fetched when it opens, where its error boundary tells.
    // oxlint-disable-next-line no-await-in-loop
    await Promise.allSettled([preload()])
  }
}

function untilIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback !== 'function') setTimeout(resolve, 50)
    else requestIdleCallback(resolve, {timeout: PATIENCE_MS})
  })
}
