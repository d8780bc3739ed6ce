import {createRecentSet} from './recentSet.ts'
import type {MutationEvent} from './wire.ts'

export interface WaitingEvent {
  event: MutationEvent
  order: number
}

/** The events of one transaction that are not applied yet. */
export interface TransactionGroup {
  transactionId: string
  /** Those that wait; others of the transaction may be in what is held, or still to come. */
  events: Map<string, WaitingEvent>
  /** The documents of all that have arrived. */
  documents: Set<string>
  /** The order of the first that arrived. */
  order: number
  total: number
  deadline: number
  isComplete(): boolean
}

/** Transactions under way, by id and by the documents they wait for. */
export function createTransactionGroups() {
  const groups = new Map<string, TransactionGroup>()
  const byDocument = new Map<string, Set<TransactionGroup>>()
  // in what is held as a whole: their late events say nothing new
  const contained = createRecentSet(5_000)

  const open = (event: MutationEvent, order: number, deadline: number): TransactionGroup => {
    const group: TransactionGroup = {
      transactionId: event.transactionId,
      events: new Map(),
      documents: new Set(),
      order,
      total: event.totalEvents,
      deadline,
      isComplete: () => group.documents.size >= group.total,
    }
    groups.set(event.transactionId, group)
    return group
  }

  const remove = (group: TransactionGroup, id: string): void => {
    group.events.delete(id)
    const waiting = byDocument.get(id)
    waiting?.delete(group)
    if (waiting?.size === 0) byDocument.delete(id)
  }

  return {
    remove,
    /** Some of its events were in what is held: then all of it is. */
    contain: ({transactionId}: TransactionGroup): void => contained.add(transactionId),
    isContained: (transactionId: string): boolean => contained.has(transactionId),
    closeWhenEmpty(group: TransactionGroup): void {
      if (group.events.size > 0) return
      if (group.isComplete() || contained.has(group.transactionId)) {
        groups.delete(group.transactionId)
      }
    },
    isEmpty: (): boolean => groups.size === 0,
    all: (): TransactionGroup[] => [...groups.values()],
    waitingFor: (id: string): TransactionGroup[] => [...(byDocument.get(id) ?? [])],

    add(event: MutationEvent, order: number, deadline: number): TransactionGroup {
      const group = groups.get(event.transactionId) ?? open(event, order, deadline)
      group.documents.add(event.documentId)
      group.events.set(event.documentId, {event, order})
      const waiting = byDocument.get(event.documentId) ?? new Set()
      byDocument.set(event.documentId, waiting.add(group))
      return group
    },

    /** Forgets this document's events up to `order`: a fetched revision contains them. */
    removeUpTo(id: string, order: number): void {
      for (const group of byDocument.get(id) ?? []) {
        const waiting = group.events.get(id)
        if (waiting !== undefined && waiting.order <= order) remove(group, id)
      }
    },

    /** The oldest group's deadline: groups stand in the order of their deadlines. */
    nextDeadline(): number | undefined {
      if (groups.size === 0) return undefined
      for (const group of groups.values()) return group.deadline
      return undefined
    },

    /** Groups that waited until `now`; they get the new deadline, should reading what they miss fail. */
    takeLate(now: number, deadline: number): TransactionGroup[] {
      const late: TransactionGroup[] = []
      for (const group of groups.values()) {
        if (group.deadline > now) break
        late.push(group)
      }
      for (const group of late) {
        group.deadline = deadline
        groups.delete(group.transactionId)
        groups.set(group.transactionId, group)
      }
      return late
    },
  }
}

export type TransactionGroups = ReturnType<typeof createTransactionGroups>
