/** What one transaction of the list-append workload asked for and what came of it. */
export interface Append {
  /** Unique; it is what is appended. */
  value: string
  keys: readonly string[]
  /** When it was asked, on a clock that never stands still. */
  asked: number
  /** When it was answered; `null`: never, so that it may or may not have been done. */
  answered: number | null
  outcome: 'done' | 'refused' | 'unknown'
  /** The lists that the answer of a transaction that was done showed, by key. */
  shown: Readonly<Record<string, readonly string[]>>
}

/**
 * Judges a list-append history in the manner of Jepsen's Elle: from the lists as they stand at the end and as answers showed
 * them on the way it derives the order of the transactions. Every fault is a sentence that begins with its anomaly.
 */
export function checkListAppend(
  history: readonly Append[],
  final: Readonly<Record<string, readonly string[]>>,
): string[] {
  return [
    ...checkPresence(history, final),
    ...checkPrefixes(history, final),
    ...checkOrder(history, final),
  ]
}

/** Acknowledged: once in every list. Refused: nowhere. Unknown: in all of its lists or in none. Unasked: never. */
function checkPresence(
  history: readonly Append[],
  final: Readonly<Record<string, readonly string[]>>,
): string[] {
  const asked = new Map(history.map((append) => [append.value, append]))
  const faults: string[] = []
  for (const [key, list] of Object.entries(final)) {
    for (const value of list) {
      if (asked.get(value)?.keys.includes(key) !== true)
        faults.push(`unasked: ${value} is in ${key}`)
    }
    if (new Set(list).size < list.length) faults.push(`doubled: a value stands twice in ${key}`)
  }
  for (const {value, keys, outcome} of history) {
    const held = keys.filter((key) => final[key]?.includes(value) === true).length
    if (outcome === 'done' && held < keys.length) faults.push(`lost: ${value} was acknowledged`)
    if (outcome === 'refused' && held > 0) faults.push(`refused: ${value} was carried out`)
    if (held > 0 && held < keys.length) faults.push(`torn: ${value} is in some of its lists`)
  }
  return faults
}

/** An answer shows a beginning of the final list that ends with the value appended. */
function checkPrefixes(
  history: readonly Append[],
  final: Readonly<Record<string, readonly string[]>>,
): string[] {
  return history.flatMap(({value, shown}) =>
    Object.entries(shown)
      .filter(
        ([key, list]) =>
          list.at(-1) !== value || list.some((item, index) => final[key]?.[index] !== item),
      )
      .map(([key]) => `dirty: the answer of ${value} showed what ${key} never was`),
  )
}

/** One order fits all lists, and what was answered before another was asked comes before it: strict serializability. */
function checkOrder(
  history: readonly Append[],
  final: Readonly<Record<string, readonly string[]>>,
): string[] {
  const after = new Map(history.map(({value}) => [value, new Set<string>()]))
  for (const list of Object.values(final)) {
    for (const [index, value] of list.entries()) {
      const next = list[index + 1]
      if (next !== undefined) after.get(value)?.add(next)
    }
  }
  for (const [from, to] of timeEdges(history)) {
    after.set(from, (after.get(from) ?? new Set()).add(to))
  }
  const cycle = findCycle(after)
  return cycle === null ? [] : [`cycle: ${cycle} comes before and after itself`]
}

/** What was answered comes before what was asked later, by way of the moments between: a chain, not every pair. */
function timeEdges(history: readonly Append[]): [string, string][] {
  const moment = (time: number) => `moment ${time}`
  const times = history.flatMap(({asked, answered}) =>
    answered === null ? [asked] : [asked, answered],
  )
  const sorted = [...new Set(times)].toSorted((left, right) => left - right)
  return [
    ...sorted.slice(1).map((time, n): [string, string] => [moment(sorted[n] ?? 0), moment(time)]),
    ...history.map(({value, asked}): [string, string] => [moment(asked), value]),
    ...history.flatMap(({value, answered}): [string, string][] =>
      answered === null ? [] : [[value, moment(answered)]],
    ),
  ]
}

/** A node on a cycle, by taking away what nothing comes before. */
function findCycle(after: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const before = new Map([...after.keys()].map((value) => [value, 0]))
  for (const targets of after.values()) {
    for (const target of targets) before.set(target, (before.get(target) ?? 0) + 1)
  }
  const free = [...before].flatMap(([value, count]) => (count === 0 ? [value] : []))
  for (let value = free.pop(); value !== undefined; value = free.pop()) {
    before.delete(value)
    for (const target of after.get(value) ?? []) {
      const left = (before.get(target) ?? 0) - 1
      before.set(target, left)
      if (left === 0) free.push(target)
    }
  }
  const [first] = before.keys()
  return first ?? null
}
