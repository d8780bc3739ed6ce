import type {BillBalance, Draft, Payment, PaymentMethod} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {Reason} from '../domain/errors.ts'
import {billBalanceId, idFromKey} from '../domain/ids.ts'
import {formatMoney} from '../domain/money.ts'
import {requireApproval} from './approve.ts'
import type {RefundCommand} from './commands.ts'
import {refundSchema} from './commandSchemas.ts'
import {returnOccurrence} from './occurrence.ts'
import type {Operation, PlanContext} from './operation.ts'
import {draftPayment} from './payments.ts'
import {settle} from './recordPayment.ts'
import {requireBill} from './requireBill.ts'
import {goneResult} from './replayEntries.ts'

const rootId = (command: RefundCommand) => idFromKey('payment', command.key)

/**
 * Money that is paid back for a bill, or kept as the customer's credit: at most what is paid. The bill owes what is not
 * credited.
 */
export const refundPayment: Operation<RefundCommand, {payment: Payment}> = {
  name: 'bills.refund',
  schema: refundSchema,
  ids: (command) => [rootId(command), command.bill, billBalanceId(command.bill)],
  recordOf: (command, snapshot) => snapshot.find('payment', rootId(command))?.command,
  replay(command, snapshot) {
    const payment = snapshot.find('payment', rootId(command))
    if (payment === undefined) throw goneResult('its payment')
    return {payment}
  },
  plan(command, snapshot, context) {
    const {bill, balance} = requireBill(snapshot, command.bill)
    checkRefundable(command, balance, context)
    approveRefund(command.method, context)
    const at = returnOccurrence(command.occurredAt, bill, context)
    const source = {key: command.key, bill: bill._id, customer: bill.customer, at, context}
    const {method, reference} = command
    const input = {method, amount: -command.amount, ...(reference === undefined ? {} : {reference})}
    const payment: Draft<Payment> = {
      ...draftPayment(rootId(command), input, source),
      command: context.command,
    }
    return {
      mutations: settle(balance, [payment], snapshot),
      result: (stamp) => ({payment: {...payment, ...stamp}}),
    }
  },
}

/** Money that leaves the shop; what becomes credit stays in it. @throws NotPermittedError */
export function approveRefund(method: PaymentMethod, context: PlanContext): void {
  if (context.settings.approvals.refund !== true || method === 'customerCredit') return
  requireApproval('refund', 'money would be paid back', context)
}

function checkRefundable(
  {amount, method}: RefundCommand,
  {paid, number, customer}: BillBalance,
  {settings}: PlanContext,
): void {
  if (amount > paid) {
    const most = formatMoney(paid, settings.currency)
    throw refused('amount', `is too much: ${most} is paid`, number, {
      name: 'paid-back-most',
      values: {most},
    })
  }
  if (method === 'customerCredit' && customer === undefined) {
    throw refused('method', 'cannot be credit: a walk-in keeps none', number, {
      name: 'walk-in-credit',
    })
  }
}

function refused(
  path: string,
  message: string,
  number: string,
  reason: Reason,
): InvalidCommandError {
  return new InvalidCommandError(`Nothing was saved: the ${path} for ${number} ${message}.`, [
    {path, message, reason},
  ])
}
