import type {MutationResult, StoredDocument} from '../types.ts'
import {mutationError} from '../errors.ts'
import {isObject, type JsonObject} from '../mutations/json.ts'
import {
  type ActionContext,
  mutate,
  readObject,
  readText,
  refuseAction,
  refusePurge,
  requireDocument,
  requireNoDocument,
  requireRevision,
  requireSource,
} from './context.ts'
import {copyContent, strengthenReferences} from './copy.ts'
import {isPublishedId, toPublishedId} from './documentIds.ts'

/** `{publishedId, attributes, ifExists}`: a new draft; the published document must not be there. */
export function planCreateDraft(context: ActionContext): readonly MutationResult[] {
  const publishedId = readText(context, 'publishedId')
  const attributes = readVersionOf(context, 'attributes', publishedId)
  requireNoDocument(context, publishedId)
  const kind = context.action.ifExists === 'ignore' ? 'createIfNotExists' : 'create'
  return mutate(context, {[kind]: attributes})
}

/** `{publishedId, attributes}`: the whole draft anew; the draft or the published document must be there. */
export function planReplaceDraft(context: ActionContext): readonly MutationResult[] {
  const publishedId = readText(context, 'publishedId')
  const attributes = readVersionOf(context, 'attributes', publishedId)
  const id = String(attributes._id)
  if (!context.overlay.document(id)) requireDocument(context, publishedId)
  return mutate(context, {createOrReplace: attributes})
}

/** `{draftId, publishedId, patch}`: patches the draft; a missing one is first copied from the published document. */
export function planEdit(context: ActionContext): readonly MutationResult[] {
  const draftId = readText(context, 'draftId')
  const publishedId = readText(context, 'publishedId')
  const patch = readObject(context, 'patch')
  const created = context.overlay.document(draftId)
    ? []
    : mutate(context, {
        createIfNotExists: copyContent(requireSource(context, publishedId), draftId),
      })
  const patched = mutate(context, {patch: {...patch, id: draftId}})
  return created.length > 0 ? created : patched
}

/** `{draftId, publishedId, ifDraftRevisionId?, ifPublishedRevisionId?}`: the draft becomes the published document. */
export function planPublish(context: ActionContext): readonly MutationResult[] {
  const draftId = readText(context, 'draftId')
  const publishedId = readText(context, 'publishedId')
  if (!isPublishedId(publishedId))
    refuseAction(context, `"${publishedId}" is no id of a published document`)
  const draft = requireSource(context, draftId)
  const published = context.overlay.document(publishedId)
  requireRevision(context, draft, 'ifDraftRevisionId')
  requireRevision(context, published, 'ifPublishedRevisionId')
  return [
    ...replacePublished(context, draft, publishedId),
    ...mutate(context, {delete: {id: draftId}}),
  ]
}

/** The content of a draft or version becomes the published document, which keeps its time of creation. */
export function replacePublished(
  context: ActionContext,
  version: StoredDocument,
  publishedId: string,
): readonly MutationResult[] {
  const content = strengthenReferences(copyContent(version, publishedId))
  if (!isObject(content)) return refuseAction(context, `"${version._id}" holds no object`)
  const published = context.overlay.document(publishedId)
  return mutate(context, {
    createOrReplace: {...content, _createdAt: published?._createdAt ?? version._createdAt},
  })
}

/** `{draftId, publishedId}`: the published document goes; its content stays as a draft when there is none yet. */
export function planUnpublish(context: ActionContext): readonly MutationResult[] {
  const draftId = readText(context, 'draftId')
  const publishedId = readText(context, 'publishedId')
  const published = requireSource(context, publishedId)
  return [
    ...mutate(context, {createIfNotExists: copyContent(published, draftId)}),
    ...mutate(context, {delete: {id: publishedId}}),
  ]
}

/** `{publishedId, includeDrafts}`: the published document and the named drafts and versions, which must be all. */
export function planDelete(context: ActionContext): readonly MutationResult[] {
  refusePurge(context)
  const publishedId = readText(context, 'publishedId')
  const included = readIds(context, 'includeDrafts')
  const left = context.overlay.versionsOf(publishedId).find((id) => !included.includes(id))
  if (left !== undefined) {
    throw mutationError(409, context.index, {
      type: 'documentHasVersionsError',
      description: `Document "${publishedId}" cannot be deleted without its version "${left}"; name it in "includeDrafts"`,
      id: publishedId,
    })
  }
  if (![publishedId, ...included].some((id) => context.overlay.document(id)))
    requireDocument(context, publishedId)
  return [publishedId, ...included].flatMap((id) => mutate(context, {delete: {id}}))
}

/** `{draftId}`: the draft goes; it must be there. */
export function planDiscard(context: ActionContext): readonly MutationResult[] {
  return discard(context, readText(context, 'draftId'))
}

/** Deletes a draft or version. @throws LakeError for a published id or a missing document */
export function discard(context: ActionContext, id: string): readonly MutationResult[] {
  refusePurge(context)
  if (isPublishedId(id)) refuseAction(context, `"${id}" is no id of a draft or version`)
  requireDocument(context, id)
  return mutate(context, {delete: {id}})
}

/** A document of the action whose `_id` is a draft or version of the published id. @throws LakeError 400 */
export function readVersionOf(
  context: ActionContext,
  name: string,
  publishedId: string,
): JsonObject {
  const document = readObject(context, name)
  const id = document._id
  if (typeof id !== 'string' || isPublishedId(id) || toPublishedId(id) !== publishedId) {
    return refuseAction(
      context,
      `The "_id" of "${name}" must be a draft or version of "${publishedId}"`,
    )
  }
  return document
}

function readIds(context: ActionContext, name: string): readonly string[] {
  const value = context.action[name] ?? []
  if (!Array.isArray(value)) return refuseAction(context, `"${name}" must be an array of ids`)
  return value.map((id) =>
    typeof id === 'string' ? id : refuseAction(context, `"${name}" must be an array of ids`),
  )
}
