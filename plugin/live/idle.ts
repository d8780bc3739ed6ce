/** Whether a page is here that tells when it has nothing better to do. */
export function hasIdleTime(): boolean {
  return typeof requestIdleCallback === 'function'
}

/**
 * Resolves when the page has nothing better to do, or after `patience` ms when it always has; at once where nobody can
 * tell.
 */
export function untilIdle(patience = 2_000): Promise<void> {
  return new Promise((resolve) => {
    if (!hasIdleTime()) return resolve()
    requestIdleCallback(() => resolve(), {timeout: patience})
  })
}
