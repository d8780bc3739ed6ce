import {dayOf} from '../domain/calendar.ts'
import type {BillBalance, Draft, Payment} from '../domain/documents.ts'
import {hashText} from '../domain/ids.ts'
import {addToMethod} from '../domain/receivables.ts'
import type {PaymentInput} from './commands.ts'
import type {PlanContext} from './operation.ts'
import {weakReference} from './postStock.ts'

interface PaymentSource {
  /** The command's key: the payments' ids derive from it. */
  key: string
  bill?: string
  creditNote?: string
  /** ISO UTC. */
  at: string
  context: PlanContext
}

/** Payments (negative: refunds) that belong to another document's operation. */
export function draftPayments(
  inputs: readonly PaymentInput[],
  {key, bill, creditNote, at, context}: PaymentSource,
): Draft<Payment>[] {
  const {operation} = context.command
  return inputs.map((input, index) => ({
    _id: `payment.${hashText(`${operation} ${key} ${index}`)}`,
    _type: 'payment',
    ...(bill === undefined ? {} : {bill: weakReference(bill)}),
    ...(creditNote === undefined ? {} : {creditNote: weakReference(creditNote)}),
    method: input.method,
    amount: input.amount,
    at,
    day: dayOf(at, context.settings.timeZone),
    by: context.actor,
    ...(input.reference === undefined ? {} : {reference: input.reference}),
  }))
}

export function addToMethods(
  paid: BillBalance['paidByMethod'],
  payments: readonly Pick<Payment, 'method' | 'amount'>[],
): NonNullable<BillBalance['paidByMethod']> {
  return payments.reduce((sums, {method, amount}) => addToMethod(sums, method, amount), paid ?? {})
}
