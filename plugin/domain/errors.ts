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

/** What was refused, by name: a front end of another language says it in its own words. */
export interface Reason {
  name: ReasonName
  /** What stands in the sentence: names, numbers of papers, amounts as text. */
  values?: Readonly<Record<string, string | number>>
}

export const REASONS = [
  'archived',
  'counted-before',
  'credit-left',
  'credit-limit',
  'decimals-fixed',
  'draft',
  'future',
  'line-left',
  'more-than-bill',
  'more-than-line',
  'no-stock-kept',
  'not-only-damage',
  'nothing-due',
  'offline',
  'offline-in-doubt',
  'opened-before',
  'overpaid',
  'overpaid-card',
  'overpaid-walk-in',
  'paid-back-most',
  'required',
  'sku-taken',
  'unanswered',
  'unanswered-in-doubt',
  'void',
  'walk-in-credit',
] as const

export type ReasonName = (typeof REASONS)[number]

/** Base of every error of the shop; `message` says what happened, what was kept and what to do. */
export class ShopError extends Error {
  override readonly name: string = 'ShopError'
  readonly code: ShopErrorCode
  /** Absent where the code says enough. */
  readonly reason: Reason | undefined

  constructor(code: ShopErrorCode, message: string, options?: ErrorOptions & {reason?: Reason}) {
    super(message, options)
    this.code = code
    this.reason = options?.reason
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
  /** Absent for what no form lets through. */
  reason?: Reason
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
