import {buildEffects} from '../history/effects.ts'
import type {CommittedTransaction, DocumentChange, StoredDocument, WireMutation} from '../types.ts'
import type {ListenOptions} from './options.ts'

export type Transition = 'appear' | 'update' | 'disappear'

/** A change as one listener sees it: documents it must not or does not want to see are `null`. */
export interface VisibleChange {
  change: DocumentChange
  /** Index of the change inside its transaction. */
  ordinal: number
  transition: Transition
  before: StoredDocument | null
  after: StoredDocument | null
}

/** `null` when the document was outside before and after. */
export function toTransition(matchedBefore: boolean, matchesAfter: boolean): Transition | null {
  if (matchedBefore) return matchesAfter ? 'update' : 'disappear'
  return matchesAfter ? 'appear' : null
}

/** The hosted lake's mutation event, as JSON. */
export function toEventJson(
  transaction: CommittedTransaction,
  visible: VisibleChange,
  total: number,
  current: number,
  options: ListenOptions,
): string {
  const {change, transition, before, after} = visible
  const {transactionId} = transaction
  return JSON.stringify({
    eventId: `${transactionId}#${change.documentId}`,
    documentId: change.documentId,
    transactionId,
    transition,
    identity: transaction.author,
    mutations: options.includeMutations ? visibleMutations(visible) : undefined,
    previousRev: revisionOf(change.before),
    // Also of a deletion: without it the Studio drops the event and waits in vain for what comes after.
    resultRev: transactionId,
    previous: options.includePreviousRevision ? before : undefined,
    result: options.includeResult ? (after ?? undefined) : undefined,
    effects: options.effects ? buildEffects(before, after) : undefined,
    timestamp: transaction.timestamp,
    // Events are sent once durable, and queries wait for everything durable: this is always so.
    visibility: 'query',
    transactionTotalEvents: total,
    transactionCurrentEvent: current,
  })
}

/** To who may not read what became of the document, it went. */
function visibleMutations({change, after}: VisibleChange): readonly WireMutation[] {
  const isHidden = change.after !== null && after === null
  return isHidden ? [{delete: {id: change.documentId}}] : change.mutations
}

function revisionOf(document: StoredDocument | null): string | undefined {
  if (document === null) return undefined
  const {_rev: revision} = document
  return revision
}
