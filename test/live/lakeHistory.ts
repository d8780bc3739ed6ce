import type {RawDocument} from '../../plugin/live/wire.ts'
import {isShopType} from '../../plugin/live/workingSet.ts'

/** What a transaction made of one document. */
export interface Move {
  id: string
  before: RawDocument | undefined
  after: RawDocument | undefined
}

export interface Version {
  /** Of the transaction that made it; absent for the time before the first. */
  transactionId: string | undefined
  document: RawDocument | undefined
}

/** From one type that no listener of a shop sees to another, or to nothing: no event tells of it. */
function isTold({before, after}: Move): boolean {
  return [before, after].some((document) => document !== undefined && isShopType(document._type))
}

/** Every version of every document that a shop is told of, and the documents of every transaction. */
export function createHistory() {
  const versions = new Map<string, Version[]>()
  const transactions = new Map<string, readonly string[]>()
  return {
    add(transactionId: string, all: readonly Move[]): void {
      const moves = all.filter(isTold)
      transactions.set(
        transactionId,
        moves.map(({id}) => id),
      )
      for (const {id, after} of moves) {
        const known = versions.get(id) ?? [{transactionId: undefined, document: undefined}]
        versions.set(id, [...known, {transactionId, document: after}])
      }
    },
    /** The transaction, the last one of its documents, never was. */
    takeBack(transactionId: string): void {
      for (const id of transactions.get(transactionId) ?? []) {
        const known = versions.get(id) ?? []
        versions.set(
          id,
          known.filter((version) => version.transactionId !== transactionId),
        )
      }
      transactions.delete(transactionId)
    },
    versionsOf: (id: string): readonly Version[] => versions.get(id) ?? [],
    documentsOf: (transactionId: string): readonly string[] =>
      transactions.get(transactionId) ?? [],
  }
}

export type LakeHistory = ReturnType<typeof createHistory>
