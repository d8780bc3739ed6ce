import type {CommittedTransaction} from '../types.ts'
import {buildEffects, type Effects} from './effects.ts'

export interface TransactionLineOptions {
  /** Leave out the mutations. */
  excludeMutations?: boolean
  /** Add each document's patches, `effectFormat=mendoza`. */
  effects?: boolean
}

/** One line of `data/history/:dataset/transactions/:ids`, to be written as JSON and a line feed. */
export interface TransactionLine {
  id: string
  timestamp: string
  author: string
  documentIDs: readonly string[]
  mutations?: readonly unknown[]
  effects?: Record<string, Effects>
}

export function toTransactionLine(
  transaction: CommittedTransaction,
  options: TransactionLineOptions,
): TransactionLine {
  const {transactionId, timestamp, author, changes} = transaction
  const line: TransactionLine = {
    id: transactionId,
    timestamp,
    author,
    documentIDs: changes.map((change) => change.documentId),
  }
  if (!options.excludeMutations) line.mutations = changes.flatMap((change) => change.mutations)
  if (options.effects) {
    line.effects = Object.fromEntries(
      changes.map(({documentId, before, after}) => [documentId, buildEffects(before, after)]),
    )
  }
  return line
}
