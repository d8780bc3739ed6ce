import {isObject} from '../mutations/json.ts'
import type {MutationResult} from '../types.ts'
import {
  type ActionContext,
  mutate,
  readText,
  refuseAction,
  requireDocument,
  requireRevision,
  requireSource,
} from './context.ts'
import {copyContent} from './copy.ts'
import {discard, readVersionOf} from './drafts.ts'
import {isPublishedId, toPublishedId} from './documentIds.ts'

/** `{publishedId, document}` or `{publishedId, baseId, versionId, ifBaseRevisionId?}`: a new version. */
export function planCreateVersion(context: ActionContext): readonly MutationResult[] {
  const publishedId = readText(context, 'publishedId')
  if (isObject(context.action.document)) {
    return mutate(context, {create: readVersionOf(context, 'document', publishedId)})
  }
  const base = requireSource(context, readText(context, 'baseId'))
  requireRevision(context, base, 'ifBaseRevisionId')
  const versionId = readVersionId(context)
  if (toPublishedId(versionId) !== publishedId) {
    refuseAction(context, `"${versionId}" is no version of "${publishedId}"`)
  }
  const system = {base: {id: base._id, rev: base._rev}}
  return mutate(context, {create: {...copyContent(base, versionId), _system: system}})
}

/** `{document}`: the whole version anew; it must be there. */
export function planReplaceVersion(context: ActionContext): readonly MutationResult[] {
  const {document} = context.action
  const id = isObject(document) && typeof document._id === 'string' ? document._id : ''
  const version = readVersionOf(context, 'document', toPublishedId(id))
  requireDocument(context, id)
  return mutate(context, {createOrReplace: version})
}

/** `{versionId}`: the version goes; it must be there. */
export function planDiscardVersion(context: ActionContext): readonly MutationResult[] {
  return discard(context, readVersionId(context))
}

/** `{versionId, publishedId}`: marks that publishing the version's release unpublishes the document. */
export function planUnpublishVersion(context: ActionContext): readonly MutationResult[] {
  const versionId = readVersionId(context)
  const published = requireSource(context, readText(context, 'publishedId'))
  if (toPublishedId(versionId) !== published._id) {
    refuseAction(context, `"${versionId}" is no version of "${published._id}"`)
  }
  return [
    ...mutate(context, {createIfNotExists: copyContent(published, versionId)}),
    ...mutate(context, {patch: {id: versionId, set: {'_system.delete': true}}}),
  ]
}

function readVersionId(context: ActionContext): string {
  const id = readText(context, 'versionId')
  return isPublishedId(id) ? refuseAction(context, `"${id}" is no id of a draft or version`) : id
}
