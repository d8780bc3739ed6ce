import type {ShopMutation, ShopTransaction} from '../domain/mutation.ts'
import {applyMutation, targetOf} from './applyMutations.ts'
import type {RawDocument} from './wire.ts'

interface PendingTransaction {
  transactionId: string
  at: string
  mutations: Map<string, ShopMutation[]>
  /** Where one of them is, this transaction is in it, or will be refused because another was first. */
  creates: readonly string[]
  /** Its turn among what was begun and acknowledged. */
  begunTurn: number
  acknowledged?: {
    /** ms. */
    at: number
    turn: number
  }
}

/** The documents that a transaction touches. */
export function targetsOf({mutations}: ShopTransaction): string[] {
  return [...new Set(mutations.map(targetOf))]
}

/**
 * Transactions that are sent but not seen yet, kept as operations: `view` applies them anew on whatever the lake says
 * meanwhile, so that a pending `dec: 3` shows 17 when another till sets 20.
 */
export function createOverlay() {
  const transactions = new Map<string, PendingTransaction>()
  const byDocument = new Map<string, Set<PendingTransaction>>()

  let moved = false
  let turns = 0

  const drop = (transactionId: string, id: string): boolean => {
    const transaction = transactions.get(transactionId)
    if (transaction === undefined || !transaction.mutations.delete(id)) return false
    moved = true
    if (transaction.mutations.size === 0) transactions.delete(transactionId)
    const pending = byDocument.get(id)
    pending?.delete(transaction)
    if (pending?.size === 0) byDocument.delete(id)
    return true
  }

  /** The document is, or goes on from, what this transaction made of it: and of all that was acknowledged before it began. */
  const dropThrough = (transactionId: string, id: string): void => {
    const own = transactions.get(transactionId)
    if (own === undefined) return
    for (const other of byDocument.get(id) ?? []) {
      const {acknowledged} = other
      if (acknowledged !== undefined && acknowledged.turn < own.begunTurn) {
        drop(other.transactionId, id)
      }
    }
    drop(transactionId, id)
  }

  const idsOf = (transactionId: string): string[] => [
    ...(transactions.get(transactionId)?.mutations.keys() ?? []),
  ]

  return {
    drop,
    dropThrough,
    idsOf,
    isPending: (id: string): boolean => byDocument.has(id),
    /** Whether `pendingIds` may differ from what it last returned. */
    hasMoved: (): boolean => moved,
    pendingIds(): ReadonlySet<string> {
      moved = false
      return new Set(byDocument.keys())
    },

    /** `at`: ISO UTC. */
    begin({transactionId, mutations}: ShopTransaction, at: string): void {
      const begunTurn = ++turns
      const creates = mutations.flatMap((one) => ('create' in one ? [one.create._id] : []))
      const transaction: PendingTransaction = {
        transactionId,
        at,
        mutations: new Map(),
        creates,
        begunTurn,
      }
      for (const mutation of mutations) {
        const id = targetOf(mutation)
        transaction.mutations.set(id, [...(transaction.mutations.get(id) ?? []), mutation])
        byDocument.set(id, (byDocument.get(id) ?? new Set()).add(transaction))
      }
      transactions.set(transactionId, transaction)
      moved = true
    },

    commit(transactionId: string, now: number): void {
      const transaction = transactions.get(transactionId)
      if (transaction !== undefined) transaction.acknowledged = {at: now, turn: ++turns}
    },

    /** Documents (of `ids`) with a transaction that a read made after `since` (ms) must contain. */
    committedBefore(since: number, ids?: readonly string[]): string[] {
      const found = new Set<string>()
      for (const {acknowledged, mutations} of transactions.values()) {
        if (acknowledged === undefined || acknowledged.at > since) continue
        for (const id of ids ?? mutations.keys()) if (mutations.has(id)) found.add(id)
      }
      return [...found]
    },

    dropCommittedBefore(since: number, ids: readonly string[]): void {
      for (const {transactionId, acknowledged} of transactions.values()) {
        if (acknowledged === undefined || acknowledged.at > since) continue
        for (const id of ids) drop(transactionId, id)
      }
    },

    /** By the transactions of which a created document is there, acknowledged or not: their documents. */
    created(isThere: (id: string) => boolean): Map<string, string[]> {
      const found = new Map<string, string[]>()
      for (const {transactionId, creates, mutations} of transactions.values()) {
        if (creates.some(isThere)) found.set(transactionId, [...mutations.keys()])
      }
      return found
    },

    /** Of these documents those with a transaction that is acknowledged and not seen yet. */
    acknowledged(ids: readonly string[]): string[] {
      return ids.filter((id) =>
        [...(byDocument.get(id) ?? [])].some(({acknowledged}) => acknowledged !== undefined),
      )
    },

    /** The document with all that is pending for it. */
    view(id: string, base: RawDocument | undefined): RawDocument | undefined {
      const pending = byDocument.get(id)
      if (pending === undefined) return base
      let document = base
      for (const {transactionId, at, mutations} of pending) {
        for (const mutation of mutations.get(id) ?? []) {
          document = applyMutation(document, mutation, {transactionId, at})
        }
      }
      return document
    },
  }
}

export type Overlay = ReturnType<typeof createOverlay>
