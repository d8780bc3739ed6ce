import {paymentChange} from '../domain/daySums.ts'
import type {Draft, Payment} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {customerAccountId, idFromKey} from '../domain/ids.ts'
import {formatMoney} from '../domain/money.ts'
import {accountOf, moveAccount} from './accounts.ts'
import {requireApproval} from './approve.ts'
import type {DepositCommand} from './commands.ts'
import {depositSchema} from './commandSchemas.ts'
import {customerOf} from './customer.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation, PlanContext} from './operation.ts'
import {draftPayment} from './payments.ts'
import type {Snapshot} from './snapshot.ts'
import {summariseDay} from './summariseDay.ts'
import {weakReference} from './weakReference.ts'
import {goneResult} from './replayEntries.ts'

/** Money of a customer before there is a bill: raises his credit. */
export const deposit = defineDeposit('bills.deposit', 1, () => {})

/** Pays the customer's credit out: at most what there is. */
export const withdraw = defineDeposit('bills.withdraw', -1, checkCredit)

function defineDeposit(
  name: 'bills.deposit' | 'bills.withdraw',
  sign: 1 | -1,
  check: (command: DepositCommand, snapshot: Snapshot, context: PlanContext) => void,
): Operation<DepositCommand, {payment: Payment}> {
  const rootId = (command: DepositCommand) => idFromKey('payment', command.key)
  return {
    name,
    schema: depositSchema,
    ids: (command) => [rootId(command), command.customer, customerAccountId(command.customer)],
    recordOf: (command, snapshot) => snapshot.find('payment', rootId(command))?.command,
    replay(command, snapshot) {
      const payment = snapshot.find('payment', rootId(command))
      if (payment === undefined) throw goneResult('its payment')
      return {payment}
    },
    plan(command, snapshot, context) {
      const {customer} = customerOf(command.customer, snapshot)
      check(command, snapshot, context)
      const at = occurrenceOf(command.occurredAt, context.now)
      const amount = command.amount * sign
      const {method, reference} = command
      const input = {method, amount, ...(reference === undefined ? {} : {reference})}
      const payment: Draft<Payment> = {
        ...draftPayment(rootId(command), input, {key: command.key, customer, at, context}),
        command: context.command,
      }
      return {
        mutations: [
          {create: payment},
          ...moveAccount(customer, {owed: 0, credit: amount}, snapshot, amount < 0),
          ...summariseDay(payment.day, paymentChange([payment])),
        ],
        result: (stamp) => ({payment: {...payment, ...stamp}}),
      }
    },
  }
}

function checkCredit(command: DepositCommand, snapshot: Snapshot, context: PlanContext): void {
  const credit = accountOf(weakReference(command.customer), snapshot)?.credit ?? 0
  if (command.amount > credit) {
    const left = formatMoney(credit, context.settings.currency)
    const message = `is too much: the customer has ${left} of credit`
    throw new InvalidCommandError(`Nothing was saved: the amount ${message}.`, [
      {path: 'amount', message, reason: {name: 'credit-left', values: {credit: left}}},
    ])
  }
  if (context.settings.approvals.refund === true) {
    requireApproval('refund', 'credit would be paid out', context)
  }
}
