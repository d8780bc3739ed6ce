import type {DatabaseSync} from 'node:sqlite'
import {LakeError, LakeStoreError} from '../errors.ts'
import {hasQuery, type IdsByQuery, resolveQueries} from '../mutations/queries.ts'
import type {CommitResponse, CommittedTransaction} from '../types.ts'
import type {CommitPlanner, WriteRequest} from './planner.ts'
import type {Rows} from './rows.ts'

/** How much shares one disk sync at most; a longer group would keep readers of this thread waiting. */
const GROUP_REQUESTS = 256
const GROUP_MUTATIONS = 4_000

interface Waiting {
  dataset: string
  request: WriteRequest
  resolve: (response: CommitResponse) => void
  reject: (reason: unknown) => void
}

interface Options {
  database: DatabaseSync
  rows: Rows
  planner: CommitPlanner
  /** Called for each transaction in order, once it is on disk and before its request is answered. */
  onCommitted: (transaction: CommittedTransaction) => void
}

/**
 * One writer: requests run one after the other in the order they came, those of one tick share a disk sync,
 * and each is answered only after that sync.
 */
export class CommitQueue {
  readonly #options: Options
  readonly #waiting: Waiting[] = []
  #draining: Promise<void> | null = null
  #closed = false

  constructor(options: Options) {
    this.#options = options
  }

  commit(dataset: string, request: WriteRequest): Promise<CommitResponse> {
    if (this.#closed) {
      return Promise.reject(
        new LakeStoreError('closed', 'The lake is closing; nothing was written. Start it again.'),
      )
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({dataset, request, resolve, reject})
      this.#draining ??= this.#drain()
    })
  }

  /** Refuses new requests and waits for those that came before. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#draining
  }

  async #drain(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await nextTick()
        const group = this.#takeGroup()
        const idsByQuery = await this.#resolveQueries(group)
        if (idsByQuery) this.#runGroup(group, idsByQuery)
      }
    } catch (error) {
      // The disk failed even while recovering: nobody may wait for ever.
      for (const {reject} of this.#waiting.splice(0)) reject(toStorageError(error))
    } finally {
      this.#draining = null
    }
  }

  /** The next requests in order; one with a query goes alone, so that its query sees all that came before. */
  #takeGroup(): readonly Waiting[] {
    let mutations = 0
    const end = this.#waiting.findIndex(({request}, index) => {
      mutations += request.mutations.length
      return (
        index > 0 &&
        (index >= GROUP_REQUESTS || mutations > GROUP_MUTATIONS || hasQuery(request.mutations))
      )
    })
    const [first] = this.#waiting
    const size = first && hasQuery(first.request.mutations) ? 1 : end
    return this.#waiting.splice(0, size === -1 ? this.#waiting.length : size)
  }

  /** Nothing else is committed until the queries are answered. Null when they failed and the request is answered. */
  async #resolveQueries(group: readonly Waiting[]): Promise<IdsByQuery | null> {
    const [first] = group
    if (!first || !hasQuery(first.request.mutations)) return new Map()
    try {
      return await resolveQueries(first.request)
    } catch (error) {
      first.reject(error)
      return null
    }
  }

  /** One SQL transaction; every request of the group is answered after its COMMIT. */
  #runGroup(group: readonly Waiting[], idsByQuery: IdsByQuery): void {
    const {database, planner, onCommitted} = this.#options
    const transactions: CommittedTransaction[] = []
    const answers: (() => void)[] = []
    try {
      database.exec('BEGIN IMMEDIATE')
      for (const waiting of group) answers.push(this.#runOne(waiting, idsByQuery, transactions))
      database.exec('COMMIT')
    } catch (error) {
      for (const {reject} of group) reject(toStorageError(error))
      if (database.isTransaction) database.exec('ROLLBACK')
      planner.reset()
      return
    }
    for (const transaction of transactions) onCommitted(transaction)
    for (const answer of answers) answer()
  }

  /** Planning only reads, so a refused request leaves nothing to undo. */
  #runOne(
    waiting: Waiting,
    idsByQuery: IdsByQuery,
    transactions: CommittedTransaction[],
  ): () => void {
    let response: CommitResponse
    try {
      response = this.#options.planner.plan(waiting.dataset, waiting.request, idsByQuery)
    } catch (error) {
      return () => waiting.reject(error)
    }
    if (!waiting.request.dryRun) {
      this.#options.rows.writeTransaction(response.transaction)
      this.#options.planner.advance(response.transaction)
      transactions.push(response.transaction)
    }
    return () => waiting.resolve(response)
  }
}

function toStorageError(cause: unknown): LakeError {
  const message =
    'The lake could not write to its disk; nothing of this transaction was kept. Try again.'
  return new LakeError(500, 'storageError', message, {}, {cause})
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
