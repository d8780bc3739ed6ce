import {dayOf} from '../domain/calendar.ts'
import {paymentChange} from '../domain/daySums.ts'
import type {BillBalance, Draft, Payment} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {billBalanceId, idFromKey} from '../domain/ids.ts'
import {formatMoney} from '../domain/money.ts'
import {addToMethod, balanceOf} from '../domain/receivables.ts'
import type {RecordPaymentCommand} from './commands.ts'
import {paymentSchema} from './commandSchemas.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {weakReference} from './postStock.ts'
import {requireBill} from './requireBill.ts'
import {summariseDay} from './summariseDay.ts'

interface PaymentResult {
  payment: Payment
}

/** Money that comes in for a bill: at most what is due. */
export const recordPayment = definePayment('bills.recordPayment', 1, (balance, amount) =>
  amount > balance.balance ? [balance.balance, 'is due'] : undefined,
)

/** Money that is paid back for a bill: at most what is paid. The bill owes what is not credited. */
export const refundPayment = definePayment('bills.refund', -1, (balance, amount) =>
  amount > balance.paid ? [balance.paid, 'is paid'] : undefined,
)

function definePayment(
  name: string,
  sign: 1 | -1,
  limitOf: (balance: BillBalance, amount: number) => [number, string] | undefined,
): Operation<RecordPaymentCommand, PaymentResult> {
  const rootId = (command: RecordPaymentCommand) => idFromKey('payment', command.key)
  return {
    name,
    schema: paymentSchema,
    ids: (command) => [rootId(command), command.bill, billBalanceId(command.bill)],
    recordOf: (command, snapshot) => snapshot.find('payment', rootId(command))?.command,
    replay(command, snapshot) {
      const payment = snapshot.find('payment', rootId(command))
      if (payment === undefined) throw new ShopError('not-found', 'The payment is gone.')
      return {payment}
    },
    plan(command, snapshot, context) {
      const {bill, balance} = requireBill(snapshot, command.bill)
      const limit = limitOf(balance, command.amount)
      if (limit !== undefined) throw tooMuch(bill.number, limit, bill.currency)
      const at = occurrenceOf(command.occurredAt, context.now)
      const amount = command.amount * sign
      const payment: Draft<Payment> = {
        _id: rootId(command),
        _type: 'payment',
        bill: weakReference(bill._id),
        method: command.method,
        amount,
        at,
        day: dayOf(at, context.settings.timeZone),
        by: context.actor,
        ...(command.reference === undefined ? {} : {reference: command.reference}),
        command: context.command,
      }
      const paid = balance.paid + amount
      const set = {
        paid,
        balance: balanceOf({...balance, paid}),
        paidByMethod: addToMethod(balance.paidByMethod, command.method, amount),
      }
      return {
        mutations: [
          {create: payment},
          {patch: {id: balance._id, ifRevisionID: balance._rev, set}},
          ...summariseDay(payment.day, paymentChange([payment])),
        ],
        result: (stamp) => ({payment: {...payment, ...stamp}}),
      }
    },
  }
}

function tooMuch(number: string, [limit, words]: [number, string], currency: string) {
  const message = `is too much: ${formatMoney(limit, currency)} ${words}`
  return new InvalidCommandError(`Nothing was saved: the amount for ${number} ${message}.`, [
    {path: 'amount', message},
  ])
}
