import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {PaymentMethod} from '../documents.ts'
import {InvalidCommandError} from '../errors.ts'
import {integer, method, text} from '../parsing/parts.ts'

interface Referring {
  _ref: string
}

/** All papers and money of one customer, as `statementOfCustomerQuery` answers. Amounts in minor units. */
export interface StatementRecords {
  bills: readonly StatementBill[]
  voids: readonly StatementVoid[]
  creditNotes: readonly StatementNote[]
  payments: readonly StatementPayment[]
}

export interface StatementBill {
  _id: string
  number: string
  /** Calendar day of the sale. */
  day: string
  dueDate: string
  /** ISO UTC. */
  occurredAt: string
  total: number
}

/** A cancelled bill: when, and what credit notes had taken off it before. */
export interface StatementVoid {
  bill: string
  at: string
  credited: number
}

export interface StatementNote {
  _id: string
  number: string
  day: string
  occurredAt: string
  total: number
  /** The bill's id; absent for goods returned without a bill. */
  bill?: string | null | undefined
}

export interface StatementPayment {
  _id: string
  day: string
  at: string
  method: PaymentMethod
  /** Negative: a refund. */
  amount: number
  bill?: Referring | null | undefined
  creditNote?: Referring | null | undefined
  reference?: string | null | undefined
}

const referring = v.nullish(v.object({_ref: text}))

const recordsSchema: GenericSchema<unknown, StatementRecords> = v.object({
  bills: v.array(
    v.object({
      _id: text,
      number: text,
      day: text,
      dueDate: text,
      occurredAt: text,
      total: integer,
    }),
  ),
  voids: v.array(v.object({bill: text, at: text, credited: integer})),
  creditNotes: v.array(
    v.object({
      _id: text,
      number: text,
      day: text,
      occurredAt: text,
      total: integer,
      bill: v.nullish(text),
    }),
  ),
  payments: v.array(
    v.object({
      _id: text,
      day: text,
      at: text,
      method,
      amount: integer,
      bill: referring,
      creditNote: referring,
      reference: v.nullish(text),
    }),
  ),
})

/**
 * The answer of `statementOfCustomerQuery`, checked.
 * @throws InvalidCommandError naming what is malformed: a statement that leaves a paper out would be wrong
 */
export function readStatementRecords(answer: unknown): StatementRecords {
  const result = v.safeParse(recordsSchema, answer)
  if (result.success) return result.output
  const issues = result.issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: issue.message,
  }))
  const [first] = issues
  throw new InvalidCommandError(
    `The statement cannot be drawn up: ${first?.path ?? ''} is malformed (${first?.message ?? ''}). Correct the document and try again.`,
    issues,
  )
}
