import {createRecentMap, createRecentSet} from './recentSet.ts'
import {createTransactionGroups} from './transactionGroups.ts'
import type {TransactionGroup} from './transactionGroups.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

/** One document moved from `before` to `after`. */
export interface Change {
  id: string
  before: RawDocument | undefined
  after: RawDocument | undefined
}

/** Changes that belong together: a transaction, a snapshot, a repair. */
export interface Step {
  changes: readonly Change[]
  /** Present when the step is one transaction. */
  transactionId?: string
  /** Server time of its commit, ISO UTC. */
  timestamp?: string
}

export interface ReplicaOptions {
  /** Whether a document belongs to the working set; others leave it. */
  isHeld: (document: RawDocument) => boolean
  /** Types of which the lake may have more than the replica holds. */
  isHeldInPart: (type: string) => boolean
  /** How long an incomplete transaction or a gap may wait, ms. */
  gapWait: number
}

/**
 * The lake's documents as far as they are known, put in order. Terms: an event *chains* when its `previousRev` is the
 * revision held; it is *done* when the held revision contains it already; anything else *waits* for the missing link,
 * until `expire` asks for a repair. Knows no clock, no network: time is an argument.
 */
export function createReplica(options: ReplicaOptions) {
  const base = new Map<string, RawDocument>()
  const seen = createRecentSet(20_000)
  // revisions that were left behind: `id#rev`
  const passed = createRecentSet(20_000)
  const groups = createTransactionGroups()
  // when an event last moved the document: an answer fetched before that must not take it back
  const movedAt = createRecentMap<number>(20_000)
  let isPaused = false
  let order = 0

  const put = (id: string, after: RawDocument | undefined): Change => {
    const before = base.get(id)
    if (before !== undefined) passed.add(`${id}#${before._rev}`)
    const held = after !== undefined && options.isHeld(after) ? after : undefined
    if (held === undefined) base.delete(id)
    else base.set(id, held)
    if (held !== undefined) passed.delete(`${id}#${held._rev}`)
    return {id, before, after: held}
  }

  const hasMovedSince = (id: string, since: number) => (movedAt.get(id) ?? 0) > since

  const isDone = (event: MutationEvent): boolean => {
    const held = base.get(event.documentId)
    const {documentId: id, previousRev, resultRev} = event
    if (resultRev === undefined) return held === undefined && passed.has(`${id}#${previousRev}`)
    if (held?._rev === resultRev) return true
    return passed.has(`${id}#${resultRev}`) && !(held !== undefined && held._rev === previousRev)
  }

  /** The query index lags: a revision read strongly consistent may be newer than the snapshot. */
  const isOlder = (document: RawDocument, held: RawDocument | undefined): boolean =>
    passed.has(`${document._id}#${document._rev}`) || timeOf(document) < timeOf(held)

  const isChained = (event: MutationEvent): boolean => {
    const held = base.get(event.documentId)
    if (event.transition !== 'disappear' && event.result === undefined) return false
    if (event.transition === 'appear') return held === undefined
    if (held !== undefined)
      return event.previousRev === undefined || held._rev === event.previousRev
    return event.result !== undefined && options.isHeldInPart(event.result._type)
  }

  // a disappear may arrive before its appear: it waits, but does not hold up the rest of its transaction
  const mayFollowAlone = (event: MutationEvent): boolean =>
    event.transition === 'disappear' && !base.has(event.documentId)

  const leaveBehind = (event: MutationEvent) => {
    if (event.previousRev !== undefined) passed.add(`${event.documentId}#${event.previousRev}`)
  }

  const dropDone = (group: TransactionGroup): string[] => {
    const dropped: string[] = []
    for (const {event} of group.events.values()) {
      if (!isDone(event)) continue
      leaveBehind(event)
      groups.remove(group, event.documentId)
      dropped.push(event.documentId)
    }
    return dropped
  }

  const applyGroup = (group: TransactionGroup): Step => {
    const changes: Change[] = []
    let timestamp: string | undefined
    for (const {event} of group.events.values()) {
      if (!isChained(event)) continue
      if (base.get(event.documentId)?._rev !== event.previousRev) leaveBehind(event)
      changes.push(put(event.documentId, event.result))
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
      if (!isChained(event) && !mayFollowAlone(event) && !group.isExpired) return false
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
    get: (id: string): RawDocument | undefined => base.get(id),
    documents: (): Iterable<RawDocument> => base.values(),
    size: (): number => base.size,
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
        if (base.get(id)?._rev === document._rev) continue
        if (isOlder(document, base.get(id))) suspects.push(id)
        else changes.push(put(id, document))
      }
      for (const id of base.keys()) {
        if (!documents.has(id)) changes.push(put(id, undefined))
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
        if (base.get(id)?._rev === document?._rev) continue
        const change = put(id, document)
        if (change.before !== change.after) changes.push(change)
      }
      const first = changes.length > 0 ? [{changes}] : []
      return isPaused ? first : [...first, ...drain(groups.all())]
    },

    /** Ids whose revision is not that of a digest fetched after `asOfOrder`; those that moved since are left out. */
    differing(revisions: ReadonlyMap<string, string>, asOfOrder: number): string[] {
      const missing = [...base.keys()].filter((id) => !revisions.has(id))
      const other = [...revisions].flatMap(([id, rev]) => (base.get(id)?._rev === rev ? [] : [id]))
      return [...missing, ...other].filter(
        (id) => !hasMovedSince(id, asOfOrder) && groups.waitingFor(id).length === 0,
      )
    },

    /** Documents that left the working set because its bounds moved. */
    releaseUnheld(): Step[] {
      const gone = [...base.values()].filter((document) => !options.isHeld(document))
      const changes = gone.map((document) => put(document._id, undefined))
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

function timeOf(document: RawDocument | undefined): string {
  return typeof document?._updatedAt === 'string' ? document._updatedAt : ''
}

export type Replica = ReturnType<typeof createReplica>
