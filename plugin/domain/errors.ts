import type {ApprovalReason} from './approvals.ts'
import type {ShopRole} from './roles.ts'

export type ShopErrorCode =
  | 'out-of-stock'
  | 'conflict'
  | 'key-reused'
  | 'not-permitted'
  | 'invalid'
  | 'not-found'
  | 'offline'
  | 'rate-limited'
  | 'referenced'

/** Base of every error of the shop; `message` says what happened, what was kept and what to do. */
export class ShopError extends Error {
  override readonly name: string = 'ShopError'
  readonly code: ShopErrorCode

  constructor(code: ShopErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface Shortage {
  product: string
  name: string
  /** Smallest steps. */
  requested: number
  available: number
  unit: {name: string; decimals: number}
  /** Who took the last of it, in words, when a race was lost. */
  takenBy?: string
}

/** All shortages of one command together. */
export class OutOfStockError extends ShopError {
  override readonly name = 'OutOfStockError'
  readonly shortages: readonly Shortage[]

  constructor(message: string, shortages: readonly Shortage[]) {
    super('out-of-stock', message)
    this.shortages = shortages
  }
}

export interface FieldIssue {
  /** Dotted path into the command: `lines.0.quantity`. */
  path: string
  message: string
}

/** A command that cannot be carried out as it stands; all of its issues together. */
export class InvalidCommandError extends ShopError {
  override readonly name = 'InvalidCommandError'
  readonly issues: readonly FieldIssue[]

  constructor(message: string, issues: readonly FieldIssue[] = []) {
    super('invalid', message)
    this.issues = issues
  }
}

/** A delete refused because others refer to it. */
export class ReferencedError extends ShopError {
  override readonly name = 'ReferencedError'
  readonly referrers: readonly {id: string; type: string; label: string}[]

  constructor(message: string, referrers: readonly {id: string; type: string; label: string}[]) {
    super('referenced', message)
    this.referrers = referrers
  }
}

/** The actor's role does not allow the operation, or what it goes beyond needs somebody else's authority. */
export class NotPermittedError extends ShopError {
  override readonly name = 'NotPermittedError'
  /** `bills.void`. */
  readonly operation: string
  /** Roles of the shop that may. */
  readonly allowed: readonly ShopRole[]
  /** The approval rule that asks for them; absent when the operation itself is not the actor's. */
  readonly approval: ApprovalReason | undefined

  constructor(
    message: string,
    details: {operation: string; allowed: readonly ShopRole[]; approval?: ApprovalReason},
  ) {
    super('not-permitted', message)
    this.operation = details.operation
    this.allowed = details.allowed
    this.approval = details.approval
  }
}
