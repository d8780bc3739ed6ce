import {LakeError} from '../errors.ts'
import type {Stamp} from '../mutations/document.ts'
import {isObject} from '../mutations/json.ts'
import type {Steps} from '../mutations/plan.ts'
import type {ReadGuard, WireAction} from '../types.ts'
import {type ActionContext, type ActionPlan, refuseAction} from './context.ts'
import {
  planCreateDraft,
  planDelete,
  planDiscard,
  planEdit,
  planPublish,
  planReplaceDraft,
  planUnpublish,
} from './drafts.ts'
import {planArchiveRelease, planPublishRelease, planUnarchiveRelease} from './releases/contents.ts'
import {
  planCreateRelease,
  planDeleteRelease,
  planEditRelease,
  planImportRelease,
  planScheduleRelease,
  planUnscheduleRelease,
} from './releases/metadata.ts'
import {
  planCreateVersion,
  planDiscardVersion,
  planReplaceVersion,
  planUnpublishVersion,
} from './versions.ts'

const ACTIONS: ReadonlyMap<string, ActionPlan> = new Map([
  ['sanity.action.document.create', planCreateDraft],
  ['sanity.action.document.replaceDraft', planReplaceDraft],
  ['sanity.action.document.edit', planEdit],
  ['sanity.action.document.publish', planPublish],
  ['sanity.action.document.unpublish', planUnpublish],
  ['sanity.action.document.delete', planDelete],
  ['sanity.action.document.discard', planDiscard],
  ['sanity.action.document.version.create', planCreateVersion],
  ['sanity.action.document.version.replace', planReplaceVersion],
  ['sanity.action.document.version.discard', planDiscardVersion],
  ['sanity.action.document.version.unpublish', planUnpublishVersion],
  ['sanity.action.release.create', planCreateRelease],
  ['sanity.action.release.import', planImportRelease],
  ['sanity.action.release.edit', planEditRelease],
  ['sanity.action.release.schedule', planScheduleRelease],
  ['sanity.action.release.unschedule', planUnscheduleRelease],
  ['sanity.action.release.archive', planArchiveRelease],
  ['sanity.action.release.unarchive', planUnarchiveRelease],
  ['sanity.action.release.publish', planPublishRelease],
  ['sanity.action.release.delete', planDeleteRelease],
])

/** The steps of an actions request, in order, each seeing what those before it did. */
export function toActionSteps(
  actions: readonly WireAction[],
  stamp: Stamp,
  author: string,
  readGuard?: ReadGuard,
): Steps {
  return (overlay) =>
    actions.flatMap((action, index) =>
      planAction({overlay, stamp, author, readGuard, index, action}),
    )
}

function planAction(context: ActionContext): ReturnType<ActionPlan> {
  const type = isObject(context.action) ? context.action.actionType : undefined
  const plan = typeof type === 'string' ? ACTIONS.get(type) : undefined
  if (plan) return plan(context)
  return refuseAction(
    context,
    typeof type === 'string'
      ? `This lake does not know the action "${type.slice(0, 100)}"; it has those of documents, versions and releases, none of variants`
      : 'An action needs an "actionType"',
  )
}

/** The error of a mutation, in the shape that a refused actions request has. */
export function toActionError(error: unknown): unknown {
  if (!(error instanceof LakeError) || error.type !== 'mutationError') return error
  const description = error.message.replace('The mutation(s) failed', 'The action(s) failed')
  return new LakeError(error.status, 'actionError', description, error.details)
}
