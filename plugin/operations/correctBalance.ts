import {dequal} from 'dequal'
import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {Bill, BillBalance, Draft} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {billBalanceId, hashText} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {deriveBalance} from '../domain/proof/deriveBalance.ts'
import type {DerivedBalance} from '../domain/proof/deriveBalance.ts'
import {proveTotals} from '../domain/proof/totals.ts'
import type {CorrectBalanceCommand} from './commands.ts'
import {documentId, key} from './commandSchemas.ts'
import {foundOf} from './foundDocuments.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'
import type {Snapshot} from './snapshot.ts'
import {weakReference} from './weakReference.ts'

const correctBalanceSchema: GenericSchema<unknown, CorrectBalanceCommand> = v.strictObject({
  key,
  bill: documentId,
})

/** Payments and credit notes of the bill; of a balance that is gone also the entries that tell of a void. */
const SETTLED_BY = `*[(_type in ["payment", "creditNote"] && bill._ref == $bill) ||
  (_type == "stockTransaction" && kind == "void" && source._ref == $bill)]._id`

/**
 * Makes a bill's balance what its payments and credit notes add up to, after it was changed by hand. The balance only repeats
 * what they say, so nothing is lost; who corrected it, when and what it said stand on it.
 *
 * Refused where the bill itself was edited: then its total proves nothing. For administrators.
 */
export const correctBalance: Operation<CorrectBalanceCommand, {balance: BillBalance}> = {
  name: 'bills.correctBalance',
  schema: correctBalanceSchema,
  ids: ({bill}, _snapshot, {found}) => [bill, billBalanceId(bill), ...found],
  search: (command, snapshot) =>
    doneOf(command, snapshot) === undefined
      ? {query: SETTLED_BY, params: {bill: command.bill}, guard: billBalanceId(command.bill)}
      : undefined,
  recordOf: (command, snapshot) => doneOf(command, snapshot)?.correction?.command,
  replay(command, snapshot) {
    const balance = doneOf(command, snapshot)
    if (balance === undefined) throw goneResult('its balance')
    return {balance}
  },
  plan(command, snapshot, context) {
    const bill = snapshot.find('bill', command.bill)
    if (bill === undefined) throw noBill(command.bill)
    if (proveTotals(bill).length > 0) throw editedBill(bill)
    const stored = snapshot.find('billBalance', billBalanceId(bill._id))
    const of = foundOf(context.found, snapshot)
    if (stored === undefined && of('stockTransaction').length > 0) throw lostVoid(bill)
    const derived = deriveBalance(bill, stored, of('payment'), of('creditNote'))
    const reason = reasonOf(bill, derived, stored)
    if (reason === undefined) throw nothingToCorrect(bill)
    const correction = {at: context.now, by: context.actor, reason, command: context.command}
    const balance: Draft<BillBalance> = {
      ...(stored === undefined ? newBalance(bill) : withoutCustomer(stored)),
      ...customerOf(bill),
      ...derived,
      correction,
    }
    return {
      mutations: [write(balance, stored, {...derived, ...customerOf(bill), correction})],
      result: (stamp) => ({balance: {...balance, ...stamp}}),
    }
  },
}

/** The balance once this command has corrected it. */
function doneOf(command: CorrectBalanceCommand, snapshot: Snapshot): BillBalance | undefined {
  const balance = snapshot.find('billBalance', billBalanceId(command.bill))
  return balance?.correction?.command.key === hashText(command.key) ? balance : undefined
}

const newBalance = ({_id}: Bill) => ({
  _id: billBalanceId(_id),
  _type: 'billBalance' as const,
  bill: weakReference(_id),
})

const customerOf = ({customer, customerName}: Bill) => ({
  ...(customer === undefined ? {} : {customer}),
  ...(customerName === undefined ? {} : {customerName}),
})

const withoutCustomer = ({customer: _customer, customerName: _name, ...rest}: BillBalance) => rest

function write(
  balance: Draft<BillBalance>,
  stored: BillBalance | undefined,
  set: Partial<BillBalance>,
): ShopMutation {
  if (stored === undefined) return {create: {...balance}}
  const unset = (['customer', 'customerName'] as const).filter(
    (field) => stored[field] !== undefined && set[field] === undefined,
  )
  const patch = {id: stored._id, ifRevisionID: stored._rev, set: {...set}}
  return {patch: unset.length === 0 ? patch : {...patch, unset}}
}

/** What the balance said; `undefined` when it says what follows. */
function reasonOf(
  bill: Bill,
  derived: DerivedBalance,
  stored: BillBalance | undefined,
): string | undefined {
  if (stored === undefined) return 'Drift correction: the balance was missing'
  const before: Partial<DerivedBalance> = stored
  const fields = ['number', 'total', 'paid', 'credited', 'balance', 'dueDate', 'day'] as const
  const words = fields
    .filter((field) => before[field] !== derived[field])
    .map((field) => `${field} was ${before[field]}, follows as ${derived[field]}`)
  if (!dequal(stored.creditedLines ?? [], derived.creditedLines))
    words.push('credited lines differed')
  if (!isSameMoney(stored.paidByMethod, derived.paidByMethod)) words.push('methods differed')
  if (stored.customer?._ref !== bill.customer?._ref) words.push('customer differed')
  return words.length === 0 ? undefined : `Drift correction: ${words.join('; ')}`
}

/** A method that brought and paid back the same may stand there as 0 or not at all. */
function isSameMoney(a: BillBalance['paidByMethod'], b: BillBalance['paidByMethod']): boolean {
  const moved = (sums: BillBalance['paidByMethod']) =>
    Object.fromEntries(Object.entries(sums ?? {}).filter(([, amount]) => amount !== 0))
  return dequal(moved(a), moved(b))
}

function noBill(id: string): ShopError {
  return new ShopError(
    'not-found',
    `There is no bill ${id}: restore it from its history in the Studio. Nothing was saved.`,
  )
}

function editedBill({number}: Bill): InvalidCommandError {
  const message = 'does not add up, so it was edited by hand'
  return new InvalidCommandError(
    `Nothing was saved: bill ${number} ${message}. Restore it from its history in the Studio, then correct again.`,
    [{path: 'bill', message}],
  )
}

function lostVoid({number}: Bill): InvalidCommandError {
  const message = 'was cancelled, and only its balance said so'
  return new InvalidCommandError(
    `Nothing was saved: bill ${number} ${message}. Restore the balance from its history in the Studio.`,
    [{path: 'bill', message}],
  )
}

function nothingToCorrect({number}: Bill): InvalidCommandError {
  const message = 'follows from its payments and credit notes already'
  return new InvalidCommandError(`Nothing was saved: the balance of ${number} ${message}.`, [
    {path: 'bill', message},
  ])
}
