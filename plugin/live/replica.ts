import {createHeldDocuments} from './heldDocuments.ts'
import type {Change, HeldDocumentsOptions} from './heldDocuments.ts'
import {createRecentMap, createRecentSet} from './recentSet.ts'
import {createTransactionGroups} from './transactionGroups.ts'
import type {TransactionGroup} from './transactionGroups.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

/** Changes that belong together: a transaction, a snapshot, a repair. */
export interface Step {
  changes: readonly Change[]
  /** Present when the step is one transaction. */
  transactionId?: string
  /** Server time of its commit, ISO UTC. */
  timestamp?: string
}

export interface ReplicaOptions extends HeldDocumentsOptions {
  /** How long an incomplete transaction or a gap may wait, ms. */
  gapWait: number
}

/**
 * The lake's documents as far as they are known, put in order. Terms: an event *chains* when its `previousRev` is the
 * revision held; it is *done* when the held revision contains it already; anything else *waits* for the missing link,
 * until `expire` asks for a repair. Knows no clock, no network: time is an argument.
 */
export function createReplica(options: ReplicaOptions) {
  const held = createHeldDocuments(options)
  const seen = createRecentSet(20_000)
  const groups = createTransactionGroups()
  // when an event last moved the document: an answer fetched before that must not take it back
  const movedAt = createRecentMap<number>(20_000)
  let isPaused = false
  let order = 0

  const hasMovedSince = (id: string, since: number) => (movedAt.get(id) ?? 0) > since

  // a disappear may arrive before its appear: it waits, but does not hold up the rest of its transaction
  const mayFollowAlone = (event: MutationEvent): boolean =>
    event.transition === 'disappear' && !held.has(event.documentId)

  const dropDone = (group: TransactionGroup): string[] => {
    const dropped: string[] = []
    for (const {event} of group.events.values()) {
      if (!held.isDone(event)) continue
      held.leaveBehind(event)
      groups.remove(group, event.documentId)
      dropped.push(event.documentId)
    }
    return dropped
  }

  const applyGroup = (group: TransactionGroup): Step => {
    const changes: Change[] = []
    let timestamp: string | undefined
    for (const {event} of group.events.values()) {
      if (!held.isChained(event)) continue
      if (held.get(event.documentId)?._rev !== event.previousRev) held.leaveBehind(event)
      changes.push(held.put(event.documentId, event.result))
      movedAt.set(event.documentId, order)
      timestamp = event.timestamp
      groups.remove(group, event.documentId)
    }
    return {
      changes,
      transactionId: group.transactionId,
      ...(timestamp === undefined ? {} : {timestamp}),
    }
  }

  const isReady = (group: TransactionGroup): boolean => {
    if (!group.isComplete()) return false
    for (const {event} of group.events.values()) {
      if (!held.isChained(event) && !mayFollowAlone(event) && !group.isExpired) return false
    }
    return true
  }

  const drain = (start: Iterable<TransactionGroup>): Step[] => {
    const queue = [...start]
    const steps: Step[] = []
    for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
      const moved = dropDone(group)
      if (isReady(group)) {
        const step = applyGroup(group)
        if (step.changes.length > 0) steps.push(step)
        moved.push(...step.changes.map((change) => change.id))
      }
      groups.closeWhenEmpty(group)
      for (const id of moved) queue.push(...groups.waitingFor(id))
    }
    return steps
  }

  return {
    get: held.get,
    documents: held.values,
    size: held.size,
    /** Rises with every event received: what a repair fetched after `order()` contains all of them. */
    order: (): number => order,
    /** When `expire` should be called next, ms; `undefined` while nothing waits. */
    nextDeadline: (): number | undefined => (isPaused ? undefined : groups.nextDeadline()),
    /** A snapshot is under way. */
    isPaused: (): boolean => isPaused,

    receive(event: MutationEvent, now: number): Step[] {
      const key = `${event.transactionId}#${event.documentId}`
      if (seen.has(key)) return []
      seen.add(key)
      order += 1
      const group = groups.add(event, order, now + options.gapWait)
      return isPaused ? [] : drain([group])
    },

    /** From now on events wait until `finishSnapshot`. */
    beginSnapshot(): void {
      isPaused = true
    },

    /** Replaces everything by the snapshot; `suspects` are documents of which a newer revision had been seen. */
    finishSnapshot(documents: ReadonlyMap<string, RawDocument>): {
      steps: Step[]
      suspects: string[]
    } {
      isPaused = false
      const changes: Change[] = []
      const suspects: string[] = []
      for (const [id, document] of documents) {
        if (held.get(id)?._rev === document._rev) continue
        if (held.isOlder(document, held.get(id))) suspects.push(id)
        else changes.push(held.put(id, document))
      }
      for (const id of held.keys()) {
        if (!documents.has(id)) changes.push(held.put(id, undefined))
      }
      const first = changes.length > 0 ? [{changes}] : []
      return {steps: [...first, ...drain(groups.all())], suspects}
    },

    /** `answers` are the documents (`undefined`: none) as fetched after `asOfOrder` had been received. */
    repair(answers: ReadonlyMap<string, RawDocument | undefined>, asOfOrder: number): Step[] {
      const changes: Change[] = []
      for (const [id, document] of answers) {
        if (hasMovedSince(id, asOfOrder)) continue
        groups.removeUpTo(id, asOfOrder)
        if (held.get(id)?._rev === document?._rev) continue
        const change = held.put(id, document)
        if (change.before !== change.after) changes.push(change)
      }
      const first = changes.length > 0 ? [{changes}] : []
      return isPaused ? first : [...first, ...drain(groups.all())]
    },

    /** Ids whose revision is not that of a digest fetched after `asOfOrder`; those that moved since are left out. */
    differing(revisions: ReadonlyMap<string, string>, asOfOrder: number): string[] {
      const missing = [...held.keys()].filter((id) => !revisions.has(id))
      const other = [...revisions].flatMap(([id, rev]) => (held.get(id)?._rev === rev ? [] : [id]))
      return [...missing, ...other].filter(
        (id) => !hasMovedSince(id, asOfOrder) && groups.waitingFor(id).length === 0,
      )
    },

    /** Documents that left the working set because its bounds moved. */
    releaseUnheld(): Step[] {
      const gone = [...held.values()].filter((document) => !options.isHeld(document))
      const changes = gone.map((document) => held.put(document._id, undefined))
      return changes.length > 0 ? [{changes}] : []
    },

    /** Gives up waiting: applies what chains, names what must be repaired, and whether events are lost for good. */
    expire(now: number): {steps: Step[]; repairs: string[]; isIncomplete: boolean} {
      const late = groups.takeLate(now, now + options.gapWait)
      const isIncomplete = late.some((group) => group.arrived < group.total)
      for (const group of late) group.isExpired = true
      const steps = drain(late)
      const repairs = new Set(late.flatMap((group) => [...group.events.keys()]))
      return {steps, repairs: [...repairs], isIncomplete}
    },
  }
}

export type Replica = ReturnType<typeof createReplica>
