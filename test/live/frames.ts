/** Frames that come when the test says so. */
export function createFrames() {
  const waiting = new Set<() => void>()
  return {
    request: (run: () => void) => {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
    waiting: () => waiting.size,
    paint: () => {
      for (const run of Array.from(waiting)) {
        waiting.delete(run)
        run()
      }
    },
  }
}
