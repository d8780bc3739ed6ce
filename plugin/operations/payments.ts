import {dayOf} from '../domain/calendar.ts'
import type {
  BillBalance,
  CommandRecord,
  Draft,
  Payment,
  WeakReference,
} from '../domain/documents.ts'
import {hashText} from '../domain/ids.ts'
import {addToMethod} from '../domain/receivables.ts'
import type {PaymentInput} from './commands.ts'
import type {PlanContext} from './operation.ts'
import {weakReference} from './weakReference.ts'

export interface PaymentDraftInput extends PaymentInput {
  /** Handed back of the cash, minor units. */
  change?: number
  /** Not for the bill: kept as the customer's credit. */
  isDeposit?: boolean
}

interface PaymentSource {
  /** The command's key: the payments' ids derive from it. */
  key: string
  bill?: string
  creditNote?: string
  customer?: WeakReference | undefined
  /** ISO UTC. */
  at: string
  context: PlanContext
}

/** Payments (negative: refunds) that belong to another document's operation. */
export function draftPayments(
  inputs: readonly PaymentDraftInput[],
  source: PaymentSource,
): Draft<Payment>[] {
  return inputs.map((input, index) =>
    draftPayment(paymentId(source.key, index, source.context.command), input, source),
  )
}

/** The id of the nth payment of a command that has another root document. */
export function paymentId(
  key: string,
  index: number,
  {operation}: Pick<CommandRecord, 'operation'>,
): string {
  return `payment.${hashText(`${operation} ${key} ${index}`)}`
}

export function draftPayment(
  id: string,
  input: PaymentDraftInput,
  {bill, creditNote, customer, at, context}: PaymentSource,
): Draft<Payment> {
  const source = {
    ...(bill === undefined ? {} : {bill: weakReference(bill)}),
    ...(creditNote === undefined ? {} : {creditNote: weakReference(creditNote)}),
  }
  return {
    _id: id,
    _type: 'payment',
    ...(input.isDeposit === true ? {} : source),
    ...(customer === undefined ? {} : {customer}),
    method: input.method,
    amount: input.amount,
    ...(input.change === undefined ? {} : {change: input.change}),
    at,
    day: dayOf(at, context.settings.timeZone),
    by: context.actor,
    ...(input.reference === undefined ? {} : {reference: input.reference}),
  }
}

/** Those of the payments that are for the bill. */
export function forBill(payments: readonly Draft<Payment>[]): readonly Draft<Payment>[] {
  return payments.filter(({bill}) => bill !== undefined)
}

export function addToMethods(
  paid: BillBalance['paidByMethod'],
  payments: readonly Pick<Payment, 'method' | 'amount'>[],
): NonNullable<BillBalance['paidByMethod']> {
  return payments.reduce((sums, {method, amount}) => addToMethod(sums, method, amount), paid ?? {})
}
