import {containReceived, drainGroups} from './drainGroups.ts'
import {createHeldDocuments} from './heldDocuments.ts'
import type {Change, HeldDocumentsOptions} from './heldDocuments.ts'
import {createRecentSet} from './recentSet.ts'
import type {ReplicaState, Step} from './replicaState.ts'
import {createTransactionGroups} from './transactionGroups.ts'
import type {MutationEvent, RawDocument} from './wire.ts'

export type {Step}

/** The working set as it was at one moment. */
export interface WorkingSetRead {
  documents: ReadonlyMap<string, RawDocument>
  /** The moment by the lake's clock, ms; absent when it did not tell. */
  at: number | undefined
}

export interface ReplicaOptions extends HeldDocumentsOptions {
  /** How long an incomplete transaction or a gap may wait, ms. */
  gapWait: number
}

/**
 * The lake's documents as far as they are known, put in order. Terms: an event *chains* when its `previousRev` is the
 * revision held; it is *done* when the held revision contains it already; anything else *waits* for the missing link,
 * until `takeLate` gives it up. What is held is never half of a transaction: its events are applied in one step, all of
 * them or none, and a read replaces everything by one moment of the lake. Knows no clock, no network: time is an argument.
 */
export function createReplica(options: ReplicaOptions) {
  const state: ReplicaState = {
    held: createHeldDocuments(options),
    groups: createTransactionGroups(),
    seen: createRecentSet(20_000),
    isPaused: false,
    order: 0,
  }
  const {held, groups} = state

  return {
    get: held.get,
    documents: held.values,
    size: held.size,
    /** Rises with every event received: what a repair fetched after `order()` contains all of them. */
    order: (): number => state.order,
    /** When `expire` should be called next, ms; `undefined` while nothing waits. */
    nextDeadline: (): number | undefined => (state.isPaused ? undefined : groups.nextDeadline()),
    /** A read is under way. */
    isPaused: (): boolean => state.isPaused,
    /** Documents of an earlier visit, before anything else; a snapshot must follow. */
    seed: (documents: Iterable<RawDocument>): Step[] =>
      toSteps([...documents].map((document) => held.put(document._id, document))),
    /** Lets go of everything. */
    clear: (): Step[] => toSteps(held.clear()),
    receive: (event: MutationEvent, now: number): Step[] =>
      receiveEvent(state, event, now + options.gapWait),
    /** From now on events wait for the read that begins; returns the order it begins after. */
    beginRead: (): number => {
      state.isPaused = true
      return state.order
    },
    /**
     * Replaces everything, in one step, by the documents as they were at one moment after the read began; `suspects` are
     * documents of which a newer revision had been seen; of `passedOver` among them it is not known whether what is held goes
     * on from what was read.
     */
    finishRead: (read: WorkingSetRead, asOfOrder: number) => finishRead(state, read, asOfOrder),
    /** The read failed: goes on with the events alone. */
    abandonRead: (): Step[] => {
      state.isPaused = false
      return drainGroups(state, groups.all())
    },
    /**
     * `answers` are the documents (`undefined`: none) as fetched after `asOfOrder` had been received; `passedOver` have moved
     * since and stay as they are, which may or may not go on from the answer.
     */
    repair: (answers: ReadonlyMap<string, RawDocument | undefined>, asOfOrder: number) =>
      repair(state, answers, asOfOrder),
    /** Ids whose revision is not that of a digest fetched after `asOfOrder`; those that moved since are left out. */
    differing: (revisions: ReadonlyMap<string, string>, asOfOrder: number): string[] =>
      differing(state, revisions, asOfOrder),
    /** Documents that left the working set because its bounds moved. */
    releaseUnheld: (): Step[] => {
      const gone = [...held.values()].filter((document) => !options.isHeld(document))
      return toSteps(gone.map((document) => held.put(document._id, undefined)))
    },
    /** The documents of transactions that have waited long enough for what is missing: they must be read anew. */
    takeLate: (now: number): string[] =>
      groups.takeLate(now, now + options.gapWait).flatMap(({documents}) => [...documents]),
  }
}

export type Replica = ReturnType<typeof createReplica>

function receiveEvent(state: ReplicaState, event: MutationEvent, deadline: number): Step[] {
  const next = applyNext(state, event)
  if (next !== undefined) return [next]
  const key = `${event.transactionId}#${event.documentId}`
  if (state.seen.has(key)) return []
  state.seen.add(key)
  state.order += 1
  const group = state.groups.add(event, state.order, deadline)
  return state.isPaused ? [] : drainGroups(state, [group])
}

/** A whole transaction that goes on from what is held, while nothing waits: it needs no group. */
function applyNext(state: ReplicaState, event: MutationEvent): Step | undefined {
  const {held, groups, isPaused} = state
  if (event.totalEvents !== 1 || isPaused || !groups.isEmpty()) return undefined
  const change = held.applyNext(event, state.order + 1)
  if (change === undefined) return undefined
  state.order += 1
  return {changes: [change], transactionId: event.transactionId, timestamp: event.timestamp}
}

function finishRead(state: ReplicaState, {documents, at}: WorkingSetRead, asOfOrder: number) {
  const {held, groups} = state
  state.isPaused = false
  const changes: Change[] = []
  const suspects: string[] = []
  const passedOver: string[] = []
  for (const [id, document] of documents) {
    const known = held.get(id)
    if (known?._rev === document._rev) continue
    if (held.isOlder(document, known)) {
      suspects.push(id)
      if (!held.contains(id, document)) passedOver.push(id)
    } else changes.push(held.put(id, document))
  }
  for (const id of held.keys()) {
    if (!documents.has(id)) changes.push(held.put(id, undefined))
  }
  if (at !== undefined) held.readAt(at)
  containReceived(state, asOfOrder)
  const steps = [...toSteps(changes), ...drainGroups(state, groups.all())]
  return {steps, suspects, passedOver, moved: changes.length}
}

function repair(
  state: ReplicaState,
  answers: ReadonlyMap<string, RawDocument | undefined>,
  asOfOrder: number,
): {steps: Step[]; passedOver: string[]} {
  const {held, groups} = state
  const changes: Change[] = []
  const passedOver: string[] = []
  for (const [id, document] of answers) {
    if (held.hasMovedSince(id, asOfOrder)) {
      if (!held.contains(id, document)) passedOver.push(id)
      continue
    }
    groups.removeUpTo(id, asOfOrder)
    if (held.get(id)?._rev === document?._rev) continue
    const change = held.put(id, document)
    if (change.before !== change.after) changes.push(change)
  }
  const first = toSteps(changes)
  const steps = state.isPaused ? first : [...first, ...drainGroups(state, groups.all())]
  return {steps, passedOver}
}

function differing(
  state: ReplicaState,
  revisions: ReadonlyMap<string, string>,
  asOfOrder: number,
): string[] {
  const {held, groups} = state
  const missing = [...held.keys()].filter((id) => !revisions.has(id))
  const other = [...revisions].flatMap(([id, rev]) => (held.get(id)?._rev === rev ? [] : [id]))
  return [...missing, ...other].filter(
    (id) => !held.hasMovedSince(id, asOfOrder) && groups.waitingFor(id).length === 0,
  )
}

const toSteps = (changes: readonly Change[]): Step[] => (changes.length > 0 ? [{changes}] : [])
