import type {WeakReference} from '../domain/documents.ts'
import {ShopError} from '../domain/errors.ts'
import {weakReference} from './weakReference.ts'
import type {Snapshot} from './snapshot.ts'

/** The customer's reference and name as documents snapshot them; empty for a walk-in. @throws ShopError `not-found` */
export function customerOf(
  id: string | undefined,
  snapshot: Snapshot,
): {customer?: WeakReference; customerName?: string} {
  if (id === undefined) return {}
  const user = snapshot.find('user', id)
  if (user === undefined) {
    throw new ShopError(
      'not-found',
      'This customer does not exist any more. Nothing was saved; choose another or sell to a walk-in.',
    )
  }
  return {customer: weakReference(id), customerName: user.name}
}
