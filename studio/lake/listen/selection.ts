import type {DocumentAccess} from '../access/grants.ts'
import type {ListenFilter} from '../query/index.ts'
import type {CommittedTransaction, DocumentChange, StoredDocument} from '../types.ts'
import {createEventFrame, type Frame} from './frame.ts'
import {toEventJson, toTransition, type VisibleChange} from './mutationEvent.ts'
import type {ListenOptions} from './options.ts'
import {formatPosition} from './position.ts'

/** What a listener gets to hear: the filter, the options and the grants together. */
export interface Selection {
  options: ListenOptions
  filter: ListenFilter
  access: DocumentAccess
  /** Id of the lake, for event ids. */
  lake: string
}

/** One event of one transaction, ready to send. */
export interface EventFrame {
  frame: Frame
  sequence: number
  ordinal: number
}

/** The events of a transaction, or a promise of them when the filter has to ask the query thread. */
export function selectEvents(
  selection: Selection,
  transaction: CommittedTransaction,
): readonly EventFrame[] | Promise<readonly EventFrame[]> {
  const seen = transaction.changes.map((change, ordinal) => see(selection, change, ordinal))
  const known: (VisibleChange | null)[] = []
  for (const change of seen) {
    if (change instanceof Promise) {
      return Promise.all(seen).then((changes) => toFrames(selection, transaction, changes))
    }
    known.push(change)
  }
  return toFrames(selection, transaction, known)
}

function see(
  {options, filter, access}: Selection,
  change: DocumentChange,
  ordinal: number,
): VisibleChange | null | Promise<VisibleChange | null> {
  if (!options.includeAllVersions && isDraftOrVersion(change.documentId)) return null
  const readable = (document: StoredDocument | null) =>
    document !== null && access.allows('read', document) ? document : null
  const before = readable(change.before)
  const after = readable(change.after)
  const decide = (matchedBefore: boolean, matchesAfter: boolean): VisibleChange | null => {
    const transition = toTransition(matchedBefore, matchesAfter)
    return transition === null ? null : {change, ordinal, transition, before, after}
  }
  const matchedBefore = before !== null && filter.matches(before, {before, after})
  const matchesAfter = after !== null && filter.matches(after, {before, after})
  if (typeof matchedBefore === 'boolean' && typeof matchesAfter === 'boolean') {
    return decide(matchedBefore, matchesAfter)
  }
  return Promise.all([matchedBefore, matchesAfter]).then(([was, is]) => decide(was, is))
}

export const isDraftOrVersion = (id: string) =>
  id.startsWith('drafts.') || id.startsWith('versions.')

function toFrames(
  {options, lake}: Selection,
  transaction: CommittedTransaction,
  visible: readonly (VisibleChange | null)[],
): readonly EventFrame[] {
  const changes = visible.filter((change) => change !== null)
  const {sequence} = transaction
  return changes.map((change, index) => {
    const {ordinal} = change
    const data = toEventJson(transaction, change, changes.length, index, options)
    const id = formatPosition(lake, {sequence, ordinal})
    return {frame: createEventFrame('mutation', data, id), sequence, ordinal}
  })
}
