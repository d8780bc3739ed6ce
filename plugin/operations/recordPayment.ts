import {paymentChange} from '../domain/daySums.ts'
import type {BillBalance, Draft, Payment} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {billBalanceId, idFromKey} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {balanceOf, customerCreditOf} from '../domain/receivables.ts'
import {accountIds, accountOf, moveAccount} from './accounts.ts'
import type {RecordPaymentCommand, RecordPaymentResult} from './commands.ts'
import {paymentSchema} from './commandSchemas.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {addToMethods, draftPayment, forBill, paymentId} from './payments.ts'
import {requireBill} from './requireBill.ts'
import {settlePayments} from './settlePayments.ts'
import type {Snapshot} from './snapshot.ts'
import {summariseDay} from './summariseDay.ts'

const NAME = 'bills.recordPayment'
import {goneResult} from './replayEntries.ts'

const rootId = (command: RecordPaymentCommand) => idFromKey('payment', command.key)
const depositId = (command: RecordPaymentCommand) => paymentId(command.key, 1, {operation: NAME})

/** Money that comes in for a bill: at most what is due, unless `overpayment` says what becomes of the rest. */
export const recordPayment: Operation<RecordPaymentCommand, RecordPaymentResult> = {
  name: NAME,
  schema: paymentSchema,
  ids: (command, snapshot) => [
    rootId(command),
    depositId(command),
    command.bill,
    billBalanceId(command.bill),
    ...accountIds(snapshot.find('bill', command.bill)?.customer),
  ],
  recordOf: (command, snapshot) => snapshot.find('payment', rootId(command))?.command,
  replay(command, snapshot) {
    const payment = snapshot.find('payment', rootId(command))
    const deposit = snapshot.find('payment', depositId(command))
    if (payment === undefined) throw goneResult('its payment')
    return {payment, ...(deposit === undefined ? {} : {deposit})}
  },
  plan(command, snapshot, context) {
    const {bill, balance} = requireBill(snapshot, command.bill)
    const [kept, ...more] = settlePayments([command], {
      path: 'amount',
      due: Math.max(0, balance.balance),
      currency: bill.currency,
      overpayment: command.overpayment ?? 'refuse',
      hasCustomer: bill.customer !== undefined,
      credit: accountOf(bill.customer, snapshot)?.credit ?? 0,
    })
    if (kept === undefined || kept.isDeposit === true) throw nothingDue(bill.number)
    const at = occurrenceOf(command.occurredAt, context.now)
    const source = {key: command.key, bill: bill._id, customer: bill.customer, at, context}
    const {command: record} = context
    const payment: Draft<Payment> = {
      ...draftPayment(rootId(command), kept, source),
      command: record,
    }
    const deposit = more.map((input) => draftPayment(depositId(command), input, source))[0]
    const payments = deposit === undefined ? [payment] : [payment, deposit]
    return {
      mutations: settle(balance, payments, snapshot),
      result: (stamp) => ({
        payment: {...payment, ...stamp},
        ...(deposit === undefined ? {} : {deposit: {...deposit, ...stamp}}),
      }),
    }
  },
}

/** Payments, the bill's balance, the customer's account and the day. */
export function settle(
  balance: BillBalance,
  payments: readonly Draft<Payment>[],
  snapshot: Snapshot,
): ShopMutation[] {
  const own = forBill(payments)
  const paid = balance.paid + own.reduce((sum, {amount}) => sum + amount, 0)
  const next = balanceOf({...balance, paid})
  const set = {paid, balance: next, paidByMethod: addToMethods(balance.paidByMethod, own)}
  const credit = customerCreditOf(payments)
  const day = payments[0]?.day ?? balance.day
  return [
    ...payments.map((payment) => ({create: payment})),
    {patch: {id: balance._id, ifRevisionID: balance._rev, set}},
    ...moveAccount(balance.customer, {owed: next - balance.balance, credit}, snapshot, credit < 0),
    ...summariseDay(day, paymentChange(payments)),
  ]
}

function nothingDue(number: string): InvalidCommandError {
  const message = `is too much: nothing is due on ${number}`
  return new InvalidCommandError(
    `Nothing was saved: the amount ${message}; keep money for a later bill as a deposit.`,
    [{path: 'amount', message, reason: {name: 'nothing-due', values: {number}}}],
  )
}
