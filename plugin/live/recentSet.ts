/** Remembers at least the last `capacity` keys in constant space: two generations, the older one is dropped whole. */
export function createRecentMap<V>(capacity: number) {
  let young = new Map<string, V>()
  let old = new Map<string, V>()
  return {
    get: (key: string): V | undefined => young.get(key) ?? old.get(key),
    set(key: string, value: V): void {
      young.set(key, value)
      if (young.size < capacity) return
      old = young
      young = new Map()
    },
    delete(key: string): void {
      young.delete(key)
      old.delete(key)
    },
  }
}

export function createRecentSet(capacity: number) {
  const entries = createRecentMap<true>(capacity)
  return {
    has: (entry: string): boolean => entries.get(entry) === true,
    add: (entry: string): void => entries.set(entry, true),
    delete: (entry: string): void => entries.delete(entry),
  }
}
