import {InvalidCommandError, OutOfStockError, ShopError} from '../../domain/errors.ts'
import type {FieldIssue, ShopErrorCode, Shortage} from '../../domain/errors.ts'

/** What a dialog shows of a refused operation. */
export interface Failure {
  /** Absent for what is no error of the shop. */
  code?: ShopErrorCode
  /** What was thrown: `useRefusalWords` says it. */
  error: unknown
  shortages: readonly Shortage[]
  issues: readonly FieldIssue[]
}

export function toFailure(error: unknown): Failure {
  return {
    ...(error instanceof ShopError ? {code: error.code} : {}),
    error,
    shortages: error instanceof OutOfStockError ? error.shortages : [],
    issues: error instanceof InvalidCommandError ? error.issues : [],
  }
}
