import {InvalidCommandError, OutOfStockError} from '../../domain/errors.ts'
import type {FieldIssue, Shortage} from '../../domain/errors.ts'

/** What a dialog shows of a refused operation. */
export interface Failure {
  message: string
  shortages: readonly Shortage[]
  issues: readonly FieldIssue[]
}

export function toFailure(error: unknown): Failure {
  return {
    message: error instanceof Error ? error.message : String(error),
    shortages: error instanceof OutOfStockError ? error.shortages : [],
    issues: error instanceof InvalidCommandError ? error.issues : [],
  }
}
