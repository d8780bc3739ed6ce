import {createChain} from '../../domain/proof/chain.ts'
import type {Amounts, MovingChain, Numbered} from '../../domain/proof/chain.ts'

/** Chains by key, and which of their members a move has put in question: itself, the one after it, the lowest. */
export function createNumberedGroups<T extends Numbered & Partial<Amounts>>(
  keyOf: (item: T) => string,
) {
  const chains = new Map<string, MovingChain<T>>()
  const lowest = new Map<string, number>()
  // `undefined`: the group alone, none of its members
  const moved = new Map<string, Set<number> | undefined>()
  const empty = createChain<T>()
  const none = new Set<number>()

  const touch = (key: string): void => {
    if (!moved.has(key)) moved.set(key, undefined)
  }
  const touchMember = (key: string, sequence: number): void => {
    const known = moved.get(key) ?? new Set<number>()
    moved.set(key, known.add(sequence))
  }
  const chainOf = (key: string): MovingChain<T> => {
    const chain = chains.get(key) ?? createChain<T>()
    chains.set(key, chain)
    return chain
  }
  /** The lowest held member is judged more mildly: who gains or loses that place is in question too. */
  const touchLowest = (key: string, chain: MovingChain<T>): void => {
    const before = lowest.get(key)
    const now = chain.lowest()
    if (before === now) return
    if (before !== undefined) touchMember(key, before)
    if (now === undefined) lowest.delete(key)
    else {
      lowest.set(key, now)
      touchMember(key, now)
    }
  }

  return {
    of: (key: string): MovingChain<T> => chains.get(key) ?? empty,
    /** Also puts a group in question whose members have not moved. */
    touch,
    move(before: T | undefined, after: T | undefined): void {
      for (const item of [before, after]) {
        if (item === undefined) continue
        touchMember(keyOf(item), item.sequence)
        touchMember(keyOf(item), item.sequence + 1)
      }
      if (before !== undefined) chains.get(keyOf(before))?.remove(before)
      if (after !== undefined) chainOf(keyOf(after)).add(after)
    },
    /** The groups that have moved since they were judged. */
    waiting: (): Iterable<string> => moved.keys(),
    /** About how many members `judge` reads. */
    cost: (key: string): number => moved.get(key)?.size ?? 0,
    /** At most `limit` members; the group itself once none of them waits. */
    judge(
      key: string,
      limit: number,
      judgeItem: (item: T, chain: MovingChain<T>) => void,
      judgeGroup: (chain: MovingChain<T>) => void,
    ): void {
      const chain = chains.get(key) ?? empty
      touchLowest(key, chain)
      const members = moved.get(key) ?? none
      let left = limit
      for (const sequence of members) {
        if (left <= 0) return
        left -= 1
        members.delete(sequence)
        for (const item of chain.at(sequence)) judgeItem(item, chain)
      }
      judgeGroup(chain)
      moved.delete(key)
      if (chain.count() === 0) chains.delete(key)
    },
  }
}
