import type {User, WeakReference} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {weakReference} from './weakReference.ts'
import type {Snapshot} from './snapshot.ts'

/** The customer's reference and name as documents snapshot them; empty for a walk-in. @throws ShopError `not-found` */
export function customerOf(
  id: string | undefined,
  snapshot: Snapshot,
): {customer?: WeakReference; customerName?: string} {
  const user = requireCustomer(id, snapshot)
  return user === undefined ? {} : {customer: weakReference(user._id), customerName: user.name}
}

/**
 * Who a new bill is for; nobody for a walk-in. What is open on old bills is settled whether archived or not.
 * @throws ShopError `not-found`; InvalidCommandError for an archived customer
 */
export function requireBuyer(id: string | undefined, snapshot: Snapshot): User | undefined {
  const user = requireCustomer(id, snapshot)
  if (user === undefined || user.isActive) return user
  const message = 'is archived'
  throw new InvalidCommandError(
    `Nothing was saved: ${user.name} ${message} and gets no new bills; activate the customer again or sell to a walk-in.`,
    [{path: 'customer', message, reason: {name: 'archived', values: {name: user.name}}}],
  )
}

function requireCustomer(id: string | undefined, snapshot: Snapshot): User | undefined {
  if (id === undefined) return undefined
  const user = snapshot.find('user', id)
  if (user !== undefined) return user
  throw new ShopError(
    'not-found',
    'This customer does not exist any more. Nothing was saved; choose another or sell to a walk-in.',
  )
}
