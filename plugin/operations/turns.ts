/** Waits for its turn, does the work, and lets the next one go. */
export type TakeTurn = <R>(ids: readonly string[], work: () => Promise<R>) => Promise<R>

interface Turn {
  ids: ReadonlySet<string>
  done: Promise<unknown>
}

/**
 * Operations of one till that move the same documents go one after the other, in the order they were asked: a till never
 * loses a race against itself. It only spares conflicts, revisions keep the shop right: after `patience` milliseconds an
 * operation no longer waits, so that one that hangs holds nobody up.
 */
export function createTurns(patience: number): TakeTurn {
  const underway = new Set<Turn>()
  return async (ids, work) => {
    const earlier = [...underway].filter((other) => ids.some((id) => other.ids.has(id)))
    const done = earlier.length === 0 ? work() : afterAll(earlier, patience).then(work)
    const turn = {ids: new Set(ids), done}
    underway.add(turn)
    try {
      return await done
    } finally {
      underway.delete(turn)
    }
  }
}

/** Resolves when all have ended, however, or with the patience. */
function afterAll(turns: readonly Turn[], patience: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience)
    void Promise.allSettled(turns.map(({done}) => done))
      .finally(() => clearTimeout(timer))
      .then(() => resolve())
  })
}
