const PATIENCE_MS = 2_000

/** Resolves when the page has nothing better to do; at once where nobody can tell. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback !== 'function') return resolve()
    requestIdleCallback(() => resolve(), {timeout: PATIENCE_MS})
  })
}
