import type {Failure} from './failures.ts'

/**
 * The longest waits after lost races, in durations of the lost attempt. A few tills soon pass each other: nothing is gained
 * when one of five sits out for seconds. Of fifty only some should be under way at once, since every attempt that loses
 * slows down the one that wins; but the lake is never idle, so one always wins, and shorter waits spare the last ones.
 */
const WINDOWS = [1, 3, 8, 16, 16, 8, 4]
const LAST_WINDOW = 2
const LONGEST_WAIT_MS = 4_000

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
    return Math.min(LONGEST_WAIT_MS, window * lasted) * random
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
