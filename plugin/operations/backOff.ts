import type {Failure} from './failures.ts'

/** The longest waits after lost races, in durations of the lost attempt: two tills soon pass each other, fifty spread. */
const WINDOWS = [2, 8, 24, 24, 12, 6, 3]
const LAST_WINDOW = 1

/**
 * Milliseconds to wait before the next attempt, with full jitter, so that tills that lost a race together do not meet
 * again. After a lost race the wait is counted in what the last attempt took, which follows both the distance of the
 * lake and its load. It grows first, then shrinks: whoever has lost most waits least, so that every till makes progress.
 * After a failure of the lake it only grows. `random` is 0…1, `lasted` milliseconds.
 */
export function waitBefore(
  attempt: number,
  failure: Exclude<Failure, {kind: 'final'}>,
  random: number,
  lasted: number,
): number {
  if (failure.kind === 'conflict') {
    const window = WINDOWS[attempt - 1] ?? LAST_WINDOW
    return Math.min(1500, window * lasted) * random
  }
  if (failure.retryAfter !== undefined) return failure.retryAfter * (1 + random / 2)
  return jittered(100, 5000, attempt, random)
}

function jittered(base: number, cap: number, attempt: number, random: number): number {
  return Math.min(cap, base * 2 ** Math.min(attempt, 20)) * random
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}
