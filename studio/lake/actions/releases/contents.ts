import {isObject} from '../../mutations/json.ts'
import {releaseIdOf} from '../../mutations/releaseIds.ts'
import type {MutationResult, StoredDocument} from '../../types.ts'
import {type ActionContext, mutate, refuseAction, requireDocument} from '../context.ts'
import {toPublishedId} from '../documentIds.ts'
import {replacePublished} from '../drafts.ts'
import {finalDocumentIds, patchRelease, requireRelease, toFinalDocumentStates} from './release.ts'

/** `{releaseId}`: every version of the release becomes the published document, all at once. */
export function planPublishRelease(context: ActionContext): readonly MutationResult[] {
  const release = requireRelease(context, ['active', 'scheduled'])
  const versions = versionsOf(context, release)
  return [
    ...versions.flatMap((id) => publishVersion(context, id)),
    ...patchRelease(context, release, {
      state: 'published',
      publishedAt: context.stamp.timestamp,
      finalDocumentStates: toFinalDocumentStates(context, versions),
      error: null,
    }),
  ]
}

/** `{releaseId}`: takes the versions of an active release away; unarchiving brings them back. */
export function planArchiveRelease(context: ActionContext): readonly MutationResult[] {
  const release = requireRelease(context, ['active'])
  const versions = versionsOf(context, release)
  return [
    ...versions.flatMap((id) => mutate(context, {delete: {id}})),
    ...patchRelease(context, release, {
      state: 'archived',
      finalDocumentStates: toFinalDocumentStates(context, versions),
    }),
  ]
}

/** `{releaseId}`: the release is active again, with the versions that it was archived with. */
export function planUnarchiveRelease(context: ActionContext): readonly MutationResult[] {
  const release = requireRelease(context, ['archived'])
  return [
    ...finalDocumentIds(release).flatMap((id) => restoreVersion(context, id)),
    ...patchRelease(context, release, {state: 'active', finalDocumentStates: null}),
  ]
}

function versionsOf(context: ActionContext, release: StoredDocument): readonly string[] {
  return context.overlay.versionsIn(releaseIdOf(release._id) ?? '')
}

function publishVersion(context: ActionContext, versionId: string): readonly MutationResult[] {
  const version = requireDocument(context, versionId)
  const publishedId = toPublishedId(versionId)
  const isRemoval = isObject(version._system) && version._system.delete === true
  return [
    ...(isRemoval
      ? mutate(context, {delete: {id: publishedId}})
      : replacePublished(context, version, publishedId)),
    ...mutate(context, {delete: {id: versionId}}),
  ]
}

function restoreVersion(context: ActionContext, id: string): readonly MutationResult[] {
  const last = context.overlay.reader.lastState(id)
  if (!last) return refuseAction(context, `History holds no "${id}" to bring back`)
  return mutate(context, {create: last})
}
