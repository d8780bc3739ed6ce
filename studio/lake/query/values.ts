/** The order of groq-js: numbers, strings, booleans, then all else, which is equal. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') {
    if (left === right) return 0
    return left < right ? -1 : 1
  }
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return rankOf(left) - rankOf(right)
}

/** Whether `<` and its kin can be true of two values. */
export function isComparable(left: unknown, right: string | number): boolean {
  return typeof left === typeof right
}

function rankOf(value: unknown): number {
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  return typeof value === 'boolean' ? 4 : 100
}
