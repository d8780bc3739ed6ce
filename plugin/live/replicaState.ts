import type {Change, HeldDocuments} from './heldDocuments.ts'
import type {createRecentSet} from './recentSet.ts'
import type {TransactionGroups} from './transactionGroups.ts'

/** Changes that belong together: a transaction, a snapshot, a repair. */
export interface Step {
  changes: readonly Change[]
  /** Present when the step is one transaction. */
  transactionId?: string | undefined
  /** Server time of its commit, ISO UTC. */
  timestamp?: string | undefined
}

/** What the replica's functions share. */
export interface ReplicaState {
  held: HeldDocuments
  groups: TransactionGroups
  /** The events that went into groups: they count once. */
  seen: ReturnType<typeof createRecentSet>
  isPaused: boolean
  order: number
}
