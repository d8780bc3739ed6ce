import type {DayChange} from '../domain/daySums.ts'

/** Sums by attribute path that changes are added to and taken out of; what is 0 is left out. */
export function createDaySumsMap() {
  const sums = new Map<string, number>()
  return {
    sums: (): DayChange => sums,
    add(change: DayChange, sign: 1 | -1): void {
      for (const [path, amount] of change) {
        const next = (sums.get(path) ?? 0) + sign * amount
        if (next === 0) sums.delete(path)
        else sums.set(path, next)
      }
    },
  }
}
