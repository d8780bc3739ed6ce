import {mutationError} from '../errors.ts'
import type {Entry, Overlay} from './overlay.ts'
import {releaseDocumentId, releaseOfVersion} from './releaseIds.ts'

/**
 * The versions in a scheduled release stay as they are, and a published or archived release has none, seen at
 * the end of the transaction: publishing a release and taking its versions away go together.
 * @throws LakeError 409
 */
export function checkReleases(overlay: Overlay): void {
  for (const entry of overlay.entries()) {
    const releaseId = releaseOfVersion(entry.id)
    const release = releaseId === null ? null : overlay.document(releaseDocumentId(releaseId))
    if (release?._type !== 'system.release') continue
    const {state} = release
    const isOver = entry.after !== null && (state === 'published' || state === 'archived')
    if (state === 'scheduled' || isOver) refuseLocked(entry, state, String(release.name))
  }
}

function refuseLocked({id, index}: Entry, state: string, releaseId: string): never {
  throw mutationError(409, index, {
    type: 'releaseStateError',
    description: `Document "${id}" cannot be changed: its release "${releaseId}" is ${state}`,
    id,
    state,
  })
}
