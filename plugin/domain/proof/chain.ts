/** A document with a place in a numbering: a ledger entry of a product, a paper of a series. */
export interface Numbered {
  _id: string
  sequence: number
}

/** What the members of a chain add up to: smallest steps and minor units; papers have no amounts. */
export interface Amounts {
  quantity: number
  value: number
}

/** The held documents of one numbering. Lower ones may exist in the lake without being held. */
export interface Chain<T extends Numbered> {
  /** Usually one; several when a number was given twice. */
  at(sequence: number): readonly T[]
  lowest(): number | undefined
  highest(): number | undefined
  count(): number
  sums(): Amounts
}

const none: readonly never[] = []
const byId = (a: Numbered, b: Numbered): number => (a._id < b._id ? -1 : 1)

/** A chain that is moved by deltas: each costs the same however many documents it has. */
export function createChain<T extends Numbered & Partial<Amounts>>() {
  const bySequence = new Map<number, readonly T[]>()
  let count = 0
  let quantity = 0
  let value = 0
  let lowest: number | undefined
  let highest: number | undefined

  const weigh = (item: T, sign: 1 | -1): void => {
    count += sign
    quantity += sign * (item.quantity ?? 0)
    value += sign * (item.value ?? 0)
  }
  const add = (item: T): void => {
    const known = bySequence.get(item.sequence) ?? none
    bySequence.set(item.sequence, [...known, item].toSorted(byId))
    weigh(item, 1)
    // an end that was removed is looked for when it is next asked for
    if (count === 1) lowest = highest = item.sequence
    if (lowest !== undefined && item.sequence < lowest) lowest = item.sequence
    if (highest !== undefined && item.sequence > highest) highest = item.sequence
  }
  const remove = (item: T): void => {
    const known = bySequence.get(item.sequence) ?? none
    const rest = known.filter(({_id}) => _id !== item._id)
    if (rest.length === known.length) return
    weigh(item, -1)
    if (rest.length > 0) bySequence.set(item.sequence, rest)
    else {
      bySequence.delete(item.sequence)
      if (item.sequence === lowest) lowest = undefined
      if (item.sequence === highest) highest = undefined
    }
  }
  const end = (better: (a: number, b: number) => number): number | undefined => {
    let found: number | undefined
    for (const sequence of bySequence.keys()) {
      found = found === undefined ? sequence : better(found, sequence)
    }
    return found
  }

  return {
    add,
    remove,
    at: (sequence: number): readonly T[] => bySequence.get(sequence) ?? none,
    count: (): number => count,
    lowest: (): number | undefined => (lowest ??= end(Math.min)),
    highest: (): number | undefined => (highest ??= end(Math.max)),
    sums: (): Amounts => ({quantity, value}),
  }
}

export type MovingChain<T extends Numbered & Partial<Amounts>> = ReturnType<typeof createChain<T>>

/** The chains of `items` by their key. */
export function toChains<T extends Numbered & Partial<Amounts>>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, MovingChain<T>> {
  const chains = new Map<string, MovingChain<T>>()
  for (const item of items) {
    const key = keyOf(item)
    const chain = chains.get(key) ?? createChain<T>()
    chains.set(key, chain)
    chain.add(item)
  }
  return chains
}
