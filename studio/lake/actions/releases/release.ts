import {mutationError} from '../../errors.ts'
import {isObject, type JsonObject} from '../../mutations/json.ts'
import {isReleaseId, releaseDocumentId} from '../../mutations/releaseIds.ts'
import type {StoredDocument} from '../../types.ts'
import {type ActionContext, mutate, readText, refuseAction, requireDocument} from '../context.ts'

/** The state of a release at rest; the hosted lake has more, that it passes through while it works. */
export type ReleaseState = 'active' | 'scheduled' | 'published' | 'archived'

/** The id of the `system.release` document that the action names. @throws LakeError 400 */
export function readReleaseDocumentId(context: ActionContext): string {
  const releaseId = readText(context, 'releaseId')
  return isReleaseId(releaseId)
    ? releaseDocumentId(releaseId)
    : refuseAction(
        context,
        `"${releaseId.slice(0, 100)}" is no release ID: 1 to 64 of the characters a-z A-Z 0-9 _ -`,
      )
}

/** The release of the action. @throws LakeError 409 when it is not there or in none of the states */
export function requireRelease(
  context: ActionContext,
  states: readonly ReleaseState[],
): StoredDocument {
  const release = requireDocument(context, readReleaseDocumentId(context))
  if (states.some((state) => state === release.state)) return release
  throw mutationError(409, context.index, {
    type: 'releaseStateError',
    description: `Release "${String(release.name)}" is ${String(release.state)}; for this action it must be ${states.join(' or ')}`,
    id: release._id,
    state: release.state,
  })
}

export function patchRelease(context: ActionContext, release: StoredDocument, set: JsonObject) {
  return mutate(context, {patch: {id: release._id, set}})
}

/** The document ids that a published or archived release held, in `finalDocumentStates`. */
export function finalDocumentIds(release: StoredDocument): readonly string[] {
  const states = release.finalDocumentStates
  if (!Array.isArray(states)) return []
  return states.flatMap((state) =>
    isObject(state) && typeof state.id === 'string' ? [state.id] : [],
  )
}

export function toFinalDocumentStates(context: ActionContext, ids: readonly string[]) {
  const {transactionId} = context.stamp
  return ids.map((id, index) => ({_key: `${transactionId}-${index}`, id}))
}
