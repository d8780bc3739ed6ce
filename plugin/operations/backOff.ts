import type {Failure} from './failures.ts'

/**
 * Milliseconds to wait before the next attempt: exponential, capped, with full jitter, so that tills that lost a race
 * together do not meet again. `random` is 0…1.
 */
export function waitBefore(
  attempt: number,
  failure: Exclude<Failure, {kind: 'final'}>,
  random: number,
): number {
  if (failure.kind === 'conflict') return jittered(15, 1500, attempt, random)
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
