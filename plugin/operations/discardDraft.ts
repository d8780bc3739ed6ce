import {ShopError} from '../domain/errors.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * Deletes a parked sale by its revision: deleting alone succeeds for what is gone already, and two tills with series of
 * their own would issue one parked sale twice.
 * @throws ShopError `not-found` when it is gone
 */
export function discardDraft(id: string | undefined, snapshot: Snapshot): ShopMutation[] {
  if (id === undefined) return []
  const draft = snapshot.find('billDraft', id)
  if (draft === undefined) {
    throw new ShopError(
      'not-found',
      'This parked sale is gone: it was issued or discarded elsewhere. Nothing was saved.',
    )
  }
  const mark = {id, ifRevisionID: draft._rev, set: {parkedAt: draft.parkedAt}}
  return [{patch: mark}, {delete: {id}}]
}
