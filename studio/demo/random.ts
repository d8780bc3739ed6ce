/** Repeatable chance: the same seed gives the same shop on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** An integer, both ends included. */
  between(low: number, high: number): number
  /** True in `share` of the cases. */
  happens(share: number): boolean
  pick<T>(choices: readonly [T, ...T[]]): T
  /** Picks by weight; weights are positive. */
  weighted<T>(choices: readonly [readonly [T, number], ...(readonly [T, number])[]]): T
}

/** mulberry32, seeded by the text's FNV-1a hash: every part of the shop draws from its own stream. */
export function createChance(seed: string): Chance {
  let state = hashSeed(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
    weighted: (choices) => {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return choices[0][0]
    },
  }
}

function hashSeed(seed: string): number {
  let hash = 0x811c9dc5
  for (const sign of seed) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
