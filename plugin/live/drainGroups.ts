import type {Change} from './heldDocuments.ts'
import type {ReplicaState, Step} from './replica.ts'
import type {TransactionGroup} from './transactionGroups.ts'
import type {MutationEvent} from './wire.ts'

/** Applies what can be applied, starting with these transactions and going on with those that waited for them. */
export function drainGroups(state: ReplicaState, start: Iterable<TransactionGroup>): Step[] {
  const {groups} = state
  const queue = [...start]
  const steps: Step[] = []
  for (let group = queue.shift(); group !== undefined; group = queue.shift()) {
    const moved = dropDone(state, group)
    if (isReady(state, group)) {
      const step = applyGroup(state, group)
      if (step.changes.length > 0) steps.push(step)
      moved.push(...step.changes.map((change) => change.id))
    }
    groups.closeWhenEmpty(group)
    for (const id of moved) queue.push(...groups.waitingFor(id))
  }
  return steps
}

function dropDone({held, groups}: ReplicaState, group: TransactionGroup): string[] {
  const dropped: string[] = []
  for (const {event} of group.events.values()) {
    if (!held.isDone(event)) continue
    held.leaveBehind(event)
    groups.remove(group, event.documentId)
    dropped.push(event.documentId)
  }
  return dropped
}

function isReady(state: ReplicaState, group: TransactionGroup): boolean {
  if (!group.isComplete()) return false
  for (const {event} of group.events.values()) {
    if (!state.held.isChained(event) && !mayFollowAlone(state, event) && !group.isExpired) {
      return false
    }
  }
  return true
}

// a disappear may arrive before its appear: it waits, but does not hold up the rest of its transaction
function mayFollowAlone({held}: ReplicaState, event: MutationEvent): boolean {
  return event.transition === 'disappear' && !held.has(event.documentId)
}

function applyGroup({held, groups, movedAt, order}: ReplicaState, group: TransactionGroup): Step {
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
