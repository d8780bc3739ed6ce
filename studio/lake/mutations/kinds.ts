import {mutationError, revisionError} from '../errors.ts'
import type {MutationResult, StoredDocument, WireMutation} from '../types.ts'
import {completeId, type Stamp, toStoredDocument, toUpdatedDocument} from './document.ts'
import {isObject, type JsonObject} from './json.ts'
import {withArrayKeys} from './keys.ts'
import {isDocumentId, isNestedTooDeep, MAX_NESTING} from './limits.ts'
import type {Overlay} from './overlay.ts'
import {applyPatch} from './patch/apply.ts'
import {PatchError} from './patch/patchError.ts'
import {PathSyntaxError} from './path/syntaxError.ts'
import type {IdsByQuery} from './queries.ts'

export interface MutationContext {
  index: number
  stamp: Stamp
  autoGenerateArrayKeys: boolean
  idsByQuery: IdsByQuery
}

type Kind = (
  overlay: Overlay,
  argument: JsonObject,
  context: MutationContext,
) => readonly MutationResult[]

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['create', planCreate],
  ['createOrReplace', planCreateOrReplace],
  ['createIfNotExists', planCreateIfNotExists],
  ['delete', planDelete],
  ['patch', planPatch],
])

/** Does one mutation to the overlay. @throws LakeError */
export function planMutation(
  overlay: Overlay,
  mutation: WireMutation,
  context: MutationContext,
): readonly MutationResult[] {
  const [name, ...more] = isObject(mutation) ? Object.keys(mutation) : []
  const plan = name === undefined || more.length > 0 ? undefined : KINDS.get(name)
  if (!plan || name === undefined) {
    return refuse(context, `A mutation must have exactly one of ${[...KINDS.keys()].join(', ')}`)
  }
  const argument = mutation[name]
  if (!isObject(argument)) return refuse(context, `The "${name}" of a mutation must be an object`)
  return plan(overlay, argument, context)
}

function planCreate(
  overlay: Overlay,
  source: JsonObject,
  context: MutationContext,
): readonly MutationResult[] {
  const {document, content} = toNewDocument(source, context)
  overlay.checkCreate(document)
  if (overlay.document(document._id)) {
    throw mutationError(409, context.index, {
      type: 'documentAlreadyExistsError',
      description: `Document by ID "${document._id}" already exists`,
      id: document._id,
    })
  }
  overlay.write(document._id, document, {create: content}, context.index)
  return [{id: document._id, operation: 'create'}]
}

function planCreateIfNotExists(
  overlay: Overlay,
  source: JsonObject,
  context: MutationContext,
): readonly MutationResult[] {
  const {document, content} = toNewDocument(source, context)
  const before = overlay.document(document._id)
  if (before && !overlay.mayRead(before)) overlay.checkCreate(document)
  if (before) return [{id: document._id, operation: 'none'}]
  overlay.write(document._id, document, {createIfNotExists: content}, context.index)
  return [{id: document._id, operation: 'create'}]
}

function planCreateOrReplace(
  overlay: Overlay,
  source: JsonObject,
  context: MutationContext,
): readonly MutationResult[] {
  const {document, content} = toNewDocument(source, context)
  const stored = overlay.document(document._id)
  if (stored && !overlay.mayRead(stored)) overlay.checkCreate(document)
  const before = overlay.documentToChange(document._id)
  if (before && before._type !== document._type) refuseImmutable('_type', before, context)
  overlay.write(document._id, document, {createOrReplace: content}, context.index)
  return [{id: document._id, operation: before ? 'update' : 'create'}]
}

function planDelete(
  overlay: Overlay,
  argument: JsonObject,
  context: MutationContext,
): readonly MutationResult[] {
  return targets(argument, context).flatMap((id) => {
    const before = overlay.documentToChange(id)
    if (!before) return []
    checkRevision(overlay, before, argument, context)
    overlay.write(id, null, {delete: {id}}, context.index)
    return [{id, operation: 'delete' as const}]
  })
}

function planPatch(
  overlay: Overlay,
  argument: JsonObject,
  context: MutationContext,
): readonly MutationResult[] {
  const {query: _query, params: _params, ...direct} = argument
  const patch = context.autoGenerateArrayKeys ? withPatchKeys(direct) : direct
  return targets(argument, context).map((id) => {
    const before = overlay.documentToChange(id)
    if (!before) {
      const description = `The document with the ID "${id}" was not found`
      throw mutationError(409, context.index, {type: 'documentNotFoundError', description, id})
    }
    checkRevision(overlay, before, argument, context)
    const after = patchDocument(before, patch, context)
    overlay.write(id, after, {patch: {...patch, id}}, context.index)
    return {id, operation: 'update' as const}
  })
}

function patchDocument(
  before: StoredDocument,
  patch: JsonObject,
  context: MutationContext,
): StoredDocument {
  const patched = patchedOrRefused(before, patch, context)
  if (patched._id !== before._id) refuseImmutable('_id', before, context)
  if (patched._type !== before._type) refuseImmutable('_type', before, context)
  if (isNestedTooDeep(patched)) refuseNesting(context)
  return toUpdatedDocument(before, patched, context.stamp)
}

function patchedOrRefused(
  before: StoredDocument,
  patch: JsonObject,
  context: MutationContext,
): JsonObject {
  try {
    return applyPatch(before, patch)
  } catch (error) {
    if (error instanceof PatchError || error instanceof PathSyntaxError)
      return refuse(context, error.message)
    throw error
  }
}

function toNewDocument(
  source: JsonObject,
  context: MutationContext,
): {document: StoredDocument; content: JsonObject} {
  const id = completeId(source._id)
  if (id === null || !isDocumentId(id))
    return refuse(context, `Malformed document ID: "${String(source._id)}"`)
  if (typeof source._type !== 'string' || source._type === '') {
    return refuse(context, `The document "${id}" needs a "_type" that is a string`)
  }
  if (isNestedTooDeep(source)) refuseNesting(context)
  const keyed = context.autoGenerateArrayKeys ? withArrayKeys(source) : source
  const content = {...(isObject(keyed) ? keyed : source), _id: id}
  return {document: toStoredDocument(content, id, source._type, context.stamp), content}
}

/** New array elements get keys; the paths and numbers of a patch hold no arrays and stay as they are. */
function withPatchKeys(patch: JsonObject): JsonObject {
  const keyed = withArrayKeys(patch)
  return isObject(keyed) ? keyed : patch
}

function targets(argument: JsonObject, context: MutationContext): readonly string[] {
  if (argument.query !== undefined) return context.idsByQuery.get(context.index) ?? []
  const {id} = argument
  const ids = Array.isArray(id) ? id : [id]
  return ids.map((one) => {
    return typeof one === 'string' && isDocumentId(one)
      ? one
      : refuse(context, `Malformed document ID: "${String(one)}"`)
  })
}

function checkRevision(
  overlay: Overlay,
  before: StoredDocument,
  argument: JsonObject,
  context: MutationContext,
): void {
  const expected = argument.ifRevisionID ?? argument.ifRevisionId
  if (expected === undefined || expected === null || expected === before._rev) return
  const current = overlay.mayRead(before) ? before._rev : null
  throw revisionError(context.index, before._id, current, expected)
}

function refuseImmutable(
  attribute: string,
  document: StoredDocument,
  context: MutationContext,
): never {
  throw mutationError(400, context.index, {
    type: 'cannotModifyImmutableAttributeError',
    description: `Cannot modify immutable attribute "${attribute}"`,
    attribute,
    documentId: document._id,
  })
}

function refuseNesting(context: MutationContext): never {
  return refuse(context, `A document may be nested at most ${MAX_NESTING} levels deep`)
}

function refuse(context: MutationContext, description: string): never {
  throw mutationError(400, context.index, {type: 'validationError', description})
}
