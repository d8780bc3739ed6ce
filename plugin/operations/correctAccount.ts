import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {sumOf} from '../domain/billTotals.ts'
import type {CustomerAccount, Draft} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {customerAccountId, hashText} from '../domain/ids.ts'
import {balanceOf, customerCreditOf} from '../domain/receivables.ts'
import type {CorrectAccountCommand} from './commands.ts'
import {documentId, key} from './commandSchemas.ts'
import {foundOf} from './foundDocuments.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'
import type {Snapshot} from './snapshot.ts'
import {weakReference} from './weakReference.ts'

const correctAccountSchema: GenericSchema<unknown, CorrectAccountCommand> = v.strictObject({
  key,
  customer: documentId,
})

const OF_THE_CUSTOMER = `*[_type in ["billBalance", "payment"] && customer._ref == $customer]._id`

/**
 * Makes what a customer owes and has as credit what the balances and payments add up to, after it was changed by hand. For
 * administrators; also for a customer who is gone.
 */
export const correctAccount: Operation<CorrectAccountCommand, {account: CustomerAccount}> = {
  name: 'bills.correctAccount',
  schema: correctAccountSchema,
  ids: ({customer}, _snapshot, {found}) => [customerAccountId(customer), ...found],
  search: (command, snapshot) =>
    doneOf(command, snapshot) === undefined
      ? {
          query: OF_THE_CUSTOMER,
          params: {customer: command.customer},
          guard: customerAccountId(command.customer),
        }
      : undefined,
  recordOf: (command, snapshot) => doneOf(command, snapshot)?.correction?.command,
  replay(command, snapshot) {
    const account = doneOf(command, snapshot)
    if (account === undefined) throw goneResult('its account')
    return {account}
  },
  plan({customer}, snapshot, context) {
    const _id = customerAccountId(customer)
    const of = foundOf(context.found, snapshot)
    const owed = sumOf(of('billBalance').map(balanceOf))
    const credit = customerCreditOf(of('payment'))
    const stored = snapshot.find('customerAccount', _id)
    const was = stored ?? {owed: 0, credit: 0}
    const owner = stored?.customer._ref ?? customer
    if (was.owed === owed && was.credit === credit && owner === customer) throw nothingToCorrect()
    const reason =
      `Drift correction: owed was ${was.owed}, follows as ${owed}; credit was ${was.credit}, follows as ${credit}` +
      (owner === customer ? '' : `; customer was ${owner}`)
    const correction = {at: context.now, by: context.actor, reason, command: context.command}
    const set = {customer: weakReference(customer), owed, credit, correction}
    const account: Draft<CustomerAccount> = {
      _id,
      _type: 'customerAccount',
      ...set,
    }
    return {
      mutations: [
        stored === undefined
          ? {create: {...account}}
          : {patch: {id: _id, ifRevisionID: stored._rev, set}},
      ],
      result: (stamp) => ({account: {...stored, ...account, ...stamp}}),
    }
  },
}

function doneOf(command: CorrectAccountCommand, snapshot: Snapshot): CustomerAccount | undefined {
  const account = snapshot.find('customerAccount', customerAccountId(command.customer))
  return account?.correction?.command.key === hashText(command.key) ? account : undefined
}

function nothingToCorrect(): InvalidCommandError {
  const message = 'follows from the bills and payments already'
  return new InvalidCommandError(`Nothing was saved: the account of this customer ${message}.`, [
    {path: 'customer', message},
  ])
}
