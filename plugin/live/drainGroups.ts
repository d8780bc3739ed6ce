import type {Change} from './heldDocuments.ts'
import type {ReplicaState, Step} from './replicaState.ts'
import type {TransactionGroup} from './transactionGroups.ts'
import type {MutationEvent} from './wire.ts'

/** Applies what can be applied, starting with these transactions and going on with those that waited for them. */
export function drainGroups(state: ReplicaState, start: Iterable<TransactionGroup>): Step[] {
  const {groups} = state
  const queue = [...start]
  const steps: Step[] = []
  for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
    const found = [echoStep(group, dropDone(state, group))]
    if (isReady(state, group)) found.push(applyGroup(state, group))
    groups.closeWhenEmpty(group)
    for (const step of found) {
      if (step.changes.length > 0) steps.push(step)
      for (const {id} of step.changes) queue.push(...groups.waitingFor(id))
    }
  }
  return steps
}

/** Nothing moves, but what was pending of this transaction has arrived. */
function echoStep({transactionId}: TransactionGroup, changes: readonly Change[]): Step {
  return {transactionId, changes}
}

function dropDone(state: ReplicaState, group: TransactionGroup): Change[] {
  const {held, groups} = state
  const events = eventsOf(group)
  // what is shown of a transaction is all of it
  if (events.some((event) => held.isExactly(event))) groups.contain(group)
  const isContained = groups.isContained(group.transactionId)
  return events
    .filter((event) => held.isDone(event) || (isContained && !held.isLinked(event)))
    .map((event) => {
      held.settle(event)
      groups.remove(group, event.documentId)
      const same = held.get(event.documentId)
      return {id: event.documentId, before: same, after: same}
    })
}

function isReady({held, groups}: ReplicaState, group: TransactionGroup): boolean {
  if (!group.isComplete() && !groups.isContained(group.transactionId)) return false
  for (const {event} of group.events.values()) if (!held.isChained(event)) return false
  return group.events.size > 0
}

function applyGroup(state: ReplicaState, group: TransactionGroup): Step {
  const events = eventsOf(group)
  for (const {documentId} of events) state.groups.remove(group, documentId)
  return applyEvents(state, events)
}

const eventsOf = (group: TransactionGroup): MutationEvent[] =>
  [...group.events.values()].map(({event}) => event)

/** One step of all events of a transaction. */
function applyEvents({held, order}: ReplicaState, events: readonly MutationEvent[]): Step {
  const last = events.at(-1)
  return {
    changes: events.map((event) => held.apply(event, order)),
    transactionId: last?.transactionId,
    timestamp: last?.timestamp,
  }
}

/** What was received before a read began is in the read; only an event that starts from what was read is not. */
export function containReceived({held, groups}: ReplicaState, asOfOrder: number): void {
  for (const group of groups.all()) {
    if (eventsOf(group).some((event) => held.isLinked(event))) continue
    if (group.order <= asOfOrder) groups.contain(group)
  }
}
