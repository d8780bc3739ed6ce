import {LakeError} from '../errors.ts'
import {toActionError, toActionSteps} from '../actions/plan.ts'
import {createId, type Stamp} from '../mutations/document.ts'
import type {LakeReader} from '../mutations/overlay.ts'
import {type Plan, planTransaction, type Steps, toMutationSteps} from '../mutations/plan.ts'
import type {IdsByQuery} from '../mutations/queries.ts'
import type {CommitRequest, CommitResponse, CommittedTransaction, WireAction} from '../types.ts'
import type {Rows} from './rows.ts'

const TRANSACTION_ID_PATTERN = /^[a-zA-Z0-9._-]{1,128}$/

/** A mutate request, or with `actions` an actions request. */
export interface WriteRequest extends CommitRequest {
  actions?: readonly WireAction[]
}

/** Turns requests into transactions with the next sequence and a timestamp that never goes back. Writes nothing. */
export class CommitPlanner {
  readonly #rows: Rows
  #sequence = 0
  #timestamp = ''

  constructor(rows: Rows) {
    this.#rows = rows
    this.reset()
  }

  get sequence(): number {
    return this.#sequence
  }

  /** Starts again from what is on disk, after a failed write. */
  reset(): void {
    const {sequence, timestamp} = this.#rows.last()
    this.#sequence = sequence
    this.#timestamp = timestamp
  }

  /** The transaction was written: the next one comes after it. */
  advance(transaction: CommittedTransaction): void {
    this.#sequence = transaction.sequence
    this.#timestamp = transaction.timestamp
  }

  /** @throws LakeError when the request is refused */
  plan(dataset: string, request: WriteRequest, idsByQuery: IdsByQuery): CommitResponse {
    const transactionId = this.#transactionId(dataset, request.transactionId)
    const now = new Date().toISOString()
    const timestamp = now > this.#timestamp ? now : this.#timestamp
    const steps = toSteps(request, {transactionId, timestamp}, idsByQuery)
    const {changes, results} = this.#planSteps(dataset, request, steps)
    for (const change of changes) request.guard?.(change)
    const sequence = request.dryRun ? this.#sequence : this.#sequence + 1
    return {
      transaction: {sequence, dataset, transactionId, timestamp, author: request.author, changes},
      results,
    }
  }

  #planSteps(dataset: string, request: WriteRequest, steps: Steps): Plan {
    try {
      return planTransaction(this.#reader(dataset), steps, request)
    } catch (error) {
      throw request.actions ? toActionError(error) : error
    }
  }

  #reader(dataset: string): LakeReader {
    return {
      document: (id) => this.#rows.document(dataset, id),
      strongReferrers: (id, limit) => this.#rows.strongReferrers(dataset, id, limit),
      versionsOf: (publishedId) => this.#rows.versionsOf(dataset, publishedId),
      versionsIn: (releaseId) => this.#rows.versionsIn(dataset, releaseId),
      lastState: (id) => this.#rows.lastState(dataset, id),
    }
  }

  #transactionId(dataset: string, requested: string | undefined): string {
    if (requested === undefined) return createId()
    if (!TRANSACTION_ID_PATTERN.test(requested)) {
      throw new LakeError(
        400,
        'validationError',
        'A transaction ID must have 1 to 128 of the characters a-z A-Z 0-9 . _ -',
      )
    }
    if (this.#rows.hasTransaction(dataset, requested)) {
      throw new LakeError(
        409,
        'duplicateTransactionError',
        `A transaction with the ID "${requested}" was committed before; nothing was done again`,
      )
    }
    return requested
  }
}

function toSteps(request: WriteRequest, stamp: Stamp, idsByQuery: IdsByQuery): Steps {
  if (request.actions)
    return toActionSteps(request.actions, stamp, request.author, request.readGuard)
  const autoGenerateArrayKeys = request.autoGenerateArrayKeys === true
  return toMutationSteps({mutations: request.mutations, stamp, autoGenerateArrayKeys, idsByQuery})
}
