import {mutationError, revisionError} from '../errors.ts'
import type {Stamp} from '../mutations/document.ts'
import {isObject, type JsonObject} from '../mutations/json.ts'
import {planMutation} from '../mutations/kinds.ts'
import type {Overlay} from '../mutations/overlay.ts'
import type {MutationResult, ReadGuard, StoredDocument, WireMutation} from '../types.ts'

/** One action of a request while it is done to the overlay. */
export interface ActionContext {
  overlay: Overlay
  stamp: Stamp
  /** User id of who asks. */
  author: string
  /** Asked before a document is copied. */
  readGuard?: ReadGuard | undefined
  /** Place of the action in the request. */
  index: number
  action: JsonObject
}

export type ActionPlan = (context: ActionContext) => readonly MutationResult[]

export function mutate(context: ActionContext, mutation: WireMutation): readonly MutationResult[] {
  const {overlay, stamp, index} = context
  return planMutation(overlay, mutation, {
    index,
    stamp,
    autoGenerateArrayKeys: false,
    idsByQuery: new Map(),
  })
}

/** A text of the action. @throws LakeError 400 when it is missing */
export function readText(context: ActionContext, name: string): string {
  const value = context.action[name]
  return typeof value === 'string' && value !== ''
    ? value
    : refuseAction(context, `The action needs "${name}"`)
}

/** An object of the action. @throws LakeError 400 when it is missing */
export function readObject(context: ActionContext, name: string): JsonObject {
  const value = context.action[name]
  return isObject(value) ? value : refuseAction(context, `The action needs "${name}", an object`)
}

/** The document that the action needs. @throws LakeError 409 when it is not there */
export function requireDocument(context: ActionContext, id: string): StoredDocument {
  const document = context.overlay.document(id)
  if (document) return document
  throw mutationError(409, context.index, {
    type: 'documentNotFoundError',
    description: `The document with the ID "${id}" was not found`,
    id,
  })
}

/** The document that the action copies. @throws LakeError 409 when it is not there, 403 when it may not be read */
export function requireSource(context: ActionContext, id: string): StoredDocument {
  const document = requireDocument(context, id)
  context.readGuard?.(document)
  return document
}

/** @throws LakeError 409 when the document is there */
export function requireNoDocument(context: ActionContext, id: string): void {
  if (!context.overlay.document(id)) return
  throw mutationError(409, context.index, {
    type: 'documentAlreadyExistsError',
    description: `Document by ID "${id}" already exists`,
    id,
  })
}

/** @throws LakeError 409 when the action names a revision and the document, if any, has another */
export function requireRevision(
  context: ActionContext,
  document: StoredDocument | null,
  name: string,
): void {
  const expected = context.action[name]
  if (expected === undefined || expected === null || expected === document?._rev) return
  const isTold = document !== null && context.overlay.mayRead(document)
  throw revisionError(context.index, document?._id ?? '', isTold ? document._rev : null, expected)
}

/** History cannot be cleared here: say so, rather than keep what the caller wants gone. */
export function refusePurge(context: ActionContext): void {
  if (context.action.purge === true)
    refuseAction(context, 'This lake keeps all history: "purge" is not available')
}

export function refuseAction(context: ActionContext, description: string): never {
  throw mutationError(400, context.index, {type: 'validationError', description})
}
