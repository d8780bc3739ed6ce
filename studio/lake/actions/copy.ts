import {isArray, isObject, type JsonObject} from '../mutations/json.ts'
import type {StoredDocument} from '../types.ts'

/** The content of a document for another id; revision and update time are the new document's own. */
export function copyContent(document: StoredDocument, id: string): JsonObject {
  const {_rev, _updatedAt, _system, ...content} = document
  return {...content, _id: id}
}

/**
 * What a draft becomes when it is published: references that were weak only while their target was a draft
 * (`_strengthenOnPublish`) become what they are meant to be.
 */
export function strengthenReferences(value: unknown): unknown {
  if (isArray(value)) return value.map(strengthenReferences)
  if (!isObject(value)) return value
  const strengthened = isObject(value._strengthenOnPublish)
    ? strengthen(value, value._strengthenOnPublish)
    : value
  return Object.fromEntries(
    Object.entries(strengthened).map(([name, child]) => [name, strengthenReferences(child)]),
  )
}

function strengthen(reference: JsonObject, meant: JsonObject): JsonObject {
  const {_strengthenOnPublish, _weak, ...rest} = reference
  return meant.weak === true ? {...rest, _weak: true} : rest
}
