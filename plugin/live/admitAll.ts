import type {ShopDocument} from '../domain/documents.ts'
import type {Shape} from './shape.ts'
import {isRawDocument} from './wire.ts'

export interface AdmittedDocuments<T> {
  documents: readonly T[]
  /** Ids of malformed ones: named, not counted. */
  unreadable: readonly string[]
}

/** The lake's answer to a query for whole documents, sorted into well-formed and malformed ones. */
export function admitAll<T extends ShopDocument>(
  shape: Shape<T>,
  answer: unknown,
): AdmittedDocuments<T> {
  const documents: T[] = []
  const unreadable: string[] = []
  for (const raw of Array.isArray(answer) ? answer.filter(isRawDocument) : []) {
    const admission = shape.admit(raw)
    if ('document' in admission) documents.push(admission.document)
    else unreadable.push(raw._id)
  }
  return {documents, unreadable}
}
