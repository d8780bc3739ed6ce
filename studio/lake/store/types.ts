import type {LakeHistory} from '../history/types.ts'
import type {ScheduledRelease} from '../releases/releaseClock.ts'
import type {
  AclMode,
  ActionRequest,
  CommitRequest,
  CommitResponse,
  CommittedTransaction,
  Dataset,
  StoredDocument,
} from '../types.ts'

/** The documents of a lake on disk. All calls of a dataset that is not there throw `LakeError` 404. */
export interface LakeStore {
  /** The SQLite file; others may read it on their own read-only connection. */
  readonly path: string
  /** Makes a dataset, or changes the mode of the one there is. @throws LakeError 400 for a bad name */
  createDataset(name: string, aclMode: AclMode): void
  datasets(): readonly Dataset[]
  hasDataset(name: string): boolean
  /**
   * Does all mutations of a request or none, after all requests before it. Resolves when they are on disk and all
   * subscribers were called. Rejects with a `LakeError` in the hosted lake's shape; then nothing was done.
   */
  commit(dataset: string, request: CommitRequest): Promise<CommitResponse>
  /** Does all actions of a request or none, each seeing what those before it did; else like `commit`. */
  applyActions(dataset: string, request: ActionRequest): Promise<CommitResponse>
  /** The documents there are, in the order of the ids; missing ones are left out. Sees every resolved commit. */
  getDocuments(dataset: string, ids: readonly string[]): StoredDocument[]
  /** Every transaction from now on, in order, once it is on disk. Returns how to stop. */
  subscribe(listener: (transaction: CommittedTransaction) => void): () => void
  /** Sequence of the last transaction on disk, 0 when there is none. */
  lastSequence(): number
  /** The releases of all datasets that wait for their time, the next one first. */
  scheduledReleases(): readonly ScheduledRelease[]
  /** The transactions of a dataset after a sequence, oldest first, for a listener that resumes. */
  transactionsSince(
    dataset: string,
    sequence: number,
    limit: number,
  ): readonly CommittedTransaction[]
  readonly history: LakeHistory
  /** Waits for the commits under way, refuses new ones, frees the directory. */
  close(): Promise<void>
}
