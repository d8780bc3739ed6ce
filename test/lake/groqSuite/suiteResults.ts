const STAMPS = new Set(['_rev', '_createdAt', '_updatedAt'])

/** A result without what a lake writes into every document: the documents of the suite have none of it. */
export function withoutStamps(value: unknown): unknown {
  return mapObjects(value, ([name, child]) => (STAMPS.has(name) ? null : [name, child]))
}

/** Scores as their places among all scores of the result, the highest first, as the suite's README defines. */
export function withPositions(value: unknown): unknown {
  const scores = new Set<number>()
  mapObjects(value, (entry) => {
    const [name, child] = entry
    if (name === '_score' && typeof child === 'number') scores.add(child)
    return entry
  })
  const ordered = [...scores].toSorted((left, right) => right - left)
  return mapObjects(value, ([name, child]) =>
    name === '_score' && typeof child === 'number'
      ? ['_pos', ordered.indexOf(child) + 1]
      : [name, child],
  )
}

type Entry = readonly [string, unknown]

/** A copy in which `map` was applied to every attribute of every object; `null` leaves it out. */
function mapObjects(value: unknown, map: (entry: Entry) => Entry | null): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapObjects(item, map))
  if (typeof value !== 'object' || value === null) return value
  const entries: readonly Entry[] = Object.entries(value)
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const mapped = map(entry)
      return mapped === null ? [] : [[mapped[0], mapObjects(mapped[1], map)]]
    }),
  )
}
