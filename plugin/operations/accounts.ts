import type {CustomerAccount, WeakReference} from '../domain/documents.ts'
import {customerAccountId} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import type {Snapshot} from './snapshot.ts'

/** Signed changes of a customer's account, minor units. */
interface AccountChange {
  owed: number
  credit: number
}

export function accountIds(customer: WeakReference | undefined): string[] {
  return customer === undefined ? [] : [customerAccountId(customer._ref)]
}

export function accountOf(
  customer: WeakReference | undefined,
  snapshot: Snapshot,
): CustomerAccount | undefined {
  if (customer === undefined) return undefined
  return snapshot.find('customerAccount', customerAccountId(customer._ref))
}

/**
 * Moves a customer's account; nothing for a walk-in. Increments commute, so tills do not conflict over a customer.
 * `isGuarded` also holds the account's revision, for a plan that relies on what it read: credit that is spent, a limit
 * that is enforced.
 */
export function moveAccount(
  customer: WeakReference | undefined,
  change: AccountChange,
  snapshot: Snapshot,
  isGuarded: boolean,
): ShopMutation[] {
  const inc = Object.fromEntries(Object.entries(change).filter(([, amount]) => amount !== 0))
  if (customer === undefined || Object.keys(inc).length === 0) return []
  const id = customerAccountId(customer._ref)
  if (!isGuarded) {
    const empty = {_id: id, _type: 'customerAccount', customer, owed: 0, credit: 0}
    return [{createIfNotExists: empty}, {patch: {id, inc}}]
  }
  const account = accountOf(customer, snapshot)
  return account === undefined
    ? [{create: {_id: id, _type: 'customerAccount', customer, ...change}}]
    : [{patch: {id, ifRevisionID: account._rev, inc}}]
}
