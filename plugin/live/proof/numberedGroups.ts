import {createChain} from '../../domain/proof/chain.ts'
import type {Amounts, MovingChain, Numbered} from '../../domain/proof/chain.ts'

/** Chains by key, and which of their members a move has put in question: itself, the one after it, the lowest. */
export function createNumberedGroups<T extends Numbered & Partial<Amounts>>(
  keyOf: (item: T) => string,
) {
  const chains = new Map<string, MovingChain<T>>()
  const lowest = new Map<string, number>()
  const moved = new Map<string, Set<number>>()
  const empty = createChain<T>()

  const touch = (key: string, ...sequences: number[]): void => {
    const known = moved.get(key) ?? new Set()
    moved.set(key, known)
    for (const sequence of sequences) known.add(sequence)
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
    if (before !== undefined) touch(key, before)
    if (now === undefined) lowest.delete(key)
    else {
      lowest.set(key, now)
      touch(key, now)
    }
  }

  return {
    of: (key: string): MovingChain<T> => chains.get(key) ?? empty,
    /** Also puts a group in question whose members have not moved. */
    touch,
    move(before: T | undefined, after: T | undefined): void {
      for (const item of [before, after]) {
        if (item !== undefined) touch(keyOf(item), item.sequence, item.sequence + 1)
      }
      if (before !== undefined) chains.get(keyOf(before))?.remove(before)
      if (after !== undefined) chainOf(keyOf(after)).add(after)
    },
    /** Judges what has moved since; groups that `isOpen` says are still moving wait. */
    settle(
      isOpen: (key: string) => boolean,
      judge: (item: T, chain: MovingChain<T>) => void,
      judgeGroup: (key: string, chain: MovingChain<T>) => void,
    ): void {
      for (const key of moved.keys()) {
        if (isOpen(key)) continue
        const chain = chains.get(key) ?? empty
        touchLowest(key, chain)
        for (const sequence of moved.get(key) ?? []) {
          for (const item of chain.at(sequence)) judge(item, chain)
        }
        judgeGroup(key, chain)
        moved.delete(key)
        if (chain.count() === 0) chains.delete(key)
      }
    },
  }
}
