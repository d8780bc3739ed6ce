/** What was asked for last, at most `limit` of it: the longest unasked goes first. */
export function createRecentViews<T>(limit: number) {
  const views = new Map<string, T>()
  let newest: string | undefined
  return {
    /** Counts as asking for it. */
    get(key: string): T | undefined {
      const known = views.get(key)
      if (known === undefined || key === newest) return known
      newest = key
      views.delete(key)
      views.set(key, known)
      return known
    },
    peek: (key: string): T | undefined => views.get(key),
    set(key: string, view: T): void {
      newest = key
      views.set(key, view)
      if (views.size <= limit) return
      for (const oldest of views.keys()) {
        views.delete(oldest)
        return
      }
    },
    values: (): Iterable<T> => views.values(),
    clear: (): void => views.clear(),
  }
}
