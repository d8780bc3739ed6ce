import {mutationError} from '../errors.ts'
import type {Entry, Overlay} from './overlay.ts'
import {collectReferences} from './references.ts'

const LISTED_REFERRERS = 10

/**
 * Strong references must have a target and a strongly referenced document must stay, seen at the end of the
 * transaction: a document and what it points at may come or go together.
 * @throws LakeError 409
 */
export function checkReferences(overlay: Overlay): void {
  const referrers = new Map<string, string[]>()
  for (const entry of overlay.entries()) {
    if (!entry.after) continue
    for (const {to, weak} of collectReferences(entry.after).values()) {
      if (weak) continue
      if (!overlay.document(to) && to !== entry.id && !overlay.touched(to)?.before)
        refuseMissing(entry, to)
      referrers.set(to, [...(referrers.get(to) ?? []), entry.id])
    }
  }
  for (const entry of overlay.entries()) {
    if (entry.before && !entry.after)
      checkUnreferenced(overlay, entry, referrers.get(entry.id) ?? [])
  }
}

function refuseMissing(entry: Entry, to: string): never {
  throw mutationError(409, entry.index, {
    type: 'documentReferencesNonExistentDocumentError',
    description: `Document "${entry.id}" references non-existent document "${to}"`,
    id: entry.id,
    referenceID: to,
  })
}

function checkUnreferenced(
  overlay: Overlay,
  entry: Entry,
  fromTransaction: readonly string[],
): void {
  const stored = overlay.reader
    .strongReferrers(entry.id, LISTED_REFERRERS + [...overlay.entries()].length)
    .filter((id) => !overlay.touched(id))
  const all = [...fromTransaction, ...stored].slice(0, LISTED_REFERRERS)
  if (all.length === 0) return
  const ids = all.filter((id) => isReadable(overlay, id))
  const names = ids.map((id) => `"${id}"`)
  if (ids.length < all.length) names.push('documents that you may not read')
  throw mutationError(409, entry.index, {
    type: 'documentHasExistingReferencesError',
    description: `Document "${entry.id}" cannot be deleted as there are references to it from ${names.join(', ')}`,
    id: entry.id,
    referencingIDs: ids,
  })
}

function isReadable(overlay: Overlay, id: string): boolean {
  const document = overlay.document(id)
  return document !== null && overlay.mayRead(document)
}
