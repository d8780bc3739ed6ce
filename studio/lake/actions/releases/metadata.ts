import {dequal} from 'dequal'
import {isObject, type JsonObject} from '../../mutations/json.ts'
import {releaseIdOf} from '../../mutations/releaseIds.ts'
import type {MutationResult} from '../../types.ts'
import {
  type ActionContext,
  mutate,
  readObject,
  readText,
  refuseAction,
  requireDocument,
} from '../context.ts'
import {patchRelease, readReleaseDocumentId, requireRelease} from './release.ts'

const RELEASE_STATES: readonly unknown[] = ['active', 'scheduled', 'published', 'archived']
const IMPORT_KINDS: ReadonlyMap<unknown, string> = new Map([
  ['fail', 'create'],
  ['ignore', 'createIfNotExists'],
  ['replace', 'createOrReplace'],
])
const RELEASE_TYPES: readonly unknown[] = ['asap', 'scheduled', 'undecided']

/** `{releaseId, metadata?}`: a new, active release with no versions in it. */
export function planCreateRelease(context: ActionContext): readonly MutationResult[] {
  const id = readReleaseDocumentId(context)
  const metadata = context.action.metadata === undefined ? {} : {...readObject(context, 'metadata')}
  const complete = {releaseType: 'undecided', ...metadata}
  checkMetadata(context, complete)
  return mutate(context, {
    create: {
      _id: id,
      _type: 'system.release',
      name: releaseIdOf(id),
      state: 'active',
      metadata: complete,
      publishAt: null,
      finalDocumentStates: null,
      userId: context.author,
    },
  })
}

/**
 * `{releaseId, attributes, ifExists}` (or `document` for `attributes`): a release as another lake's export has it.
 * `ifExists`: `fail` (the default), `ignore` or `replace`.
 */
export function planImportRelease(context: ActionContext): readonly MutationResult[] {
  const id = readReleaseDocumentId(context)
  const source = readObject(context, isObject(context.action.document) ? 'document' : 'attributes')
  const {_rev, ...release} = source
  if (release._id !== id || release._type !== 'system.release')
    refuseAction(context, `An imported release must be the "system.release" with the _id "${id}"`)
  if (!RELEASE_STATES.includes(release.state))
    refuseAction(context, `"state" must be one of ${RELEASE_STATES.join(', ')}`)
  checkMetadata(context, release.metadata)
  const kind = IMPORT_KINDS.get(context.action.ifExists ?? 'fail')
  if (kind === undefined)
    return refuseAction(context, `"ifExists" must be one of ${[...IMPORT_KINDS.keys()].join(', ')}`)
  return mutate(context, {[kind]: {...release, name: releaseIdOf(id)}})
}

/** `{releaseId, patch}`: patches the `metadata` of a release, and nothing else of it. */
export function planEditRelease(context: ActionContext): readonly MutationResult[] {
  const before = requireRelease(context, ['active', 'scheduled'])
  const results = mutate(context, {patch: {...readObject(context, 'patch'), id: before._id}})
  const after = requireDocument(context, before._id)
  const asBefore = {...after, _rev: before._rev, _updatedAt: before._updatedAt}
  if (!dequal({...asBefore, metadata: null}, {...before, metadata: null})) {
    refuseAction(context, 'The patch of a release may change its "metadata" only')
  }
  checkMetadata(context, after.metadata)
  return results
}

/** `{releaseId, publishAt}`: locks the versions of the release; it is published at that time. */
export function planScheduleRelease(context: ActionContext): readonly MutationResult[] {
  const release = requireRelease(context, ['active', 'scheduled'])
  const publishAt = Date.parse(readText(context, 'publishAt'))
  if (Number.isNaN(publishAt)) refuseAction(context, '"publishAt" must be an ISO date and time')
  if (publishAt <= Date.parse(context.stamp.timestamp))
    refuseAction(context, '"publishAt" must be in the future')
  return patchRelease(context, release, {
    state: 'scheduled',
    publishAt: new Date(publishAt).toISOString(),
  })
}

/** `{releaseId}`: a scheduled release is active again. */
export function planUnscheduleRelease(context: ActionContext): readonly MutationResult[] {
  const release = requireRelease(context, ['scheduled'])
  return patchRelease(context, release, {state: 'active', publishAt: null})
}

/** `{releaseId}`: removes the record of a release that is over. */
export function planDeleteRelease(context: ActionContext): readonly MutationResult[] {
  const release = requireRelease(context, ['archived', 'published'])
  return mutate(context, {delete: {id: release._id}})
}

function checkMetadata(context: ActionContext, metadata: unknown): asserts metadata is JsonObject {
  if (!isObject(metadata)) refuseAction(context, 'The "metadata" of a release must be an object')
  else if (!RELEASE_TYPES.includes(metadata.releaseType))
    refuseAction(context, `"metadata.releaseType" must be one of ${RELEASE_TYPES.join(', ')}`)
}
