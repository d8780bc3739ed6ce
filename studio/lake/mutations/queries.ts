import {LakeError, mutationError} from '../errors.ts'
import type {CommitRequest, WireMutation} from '../types.ts'
import {isObject, type JsonObject} from './json.ts'

/** The ids of each delete or patch by query, by the index of its mutation. */
export type IdsByQuery = ReadonlyMap<number, readonly string[]>

export function hasQuery(mutations: readonly WireMutation[]): boolean {
  return mutations.some((mutation) => queryOf(mutation) !== null)
}

/**
 * Asks for the ids of every mutation by query. They see the lake as it stands before this transaction.
 * @throws LakeError 400 when a query is no text, 501 when the caller gave no query engine
 */
export async function resolveQueries(request: CommitRequest): Promise<IdsByQuery> {
  const ids = new Map<number, readonly string[]>()
  for (const [index, mutation] of request.mutations.entries()) {
    const argument = queryOf(mutation)
    if (!argument) continue
    const {query, params} = argument
    if (typeof query !== 'string') {
      throw mutationError(400, index, {
        type: 'validationError',
        description: 'The "query" of a mutation must be a string',
      })
    }
    if (!request.resolveQuery)
      throw new LakeError(501, 'unsupported', 'Mutations by query are not available here')
    ids.set(index, await request.resolveQuery(query, isObject(params) ? params : {}))
  }
  return ids
}

function queryOf(mutation: WireMutation): JsonObject | null {
  if (!isObject(mutation)) return null
  const argument = mutation.delete ?? mutation.patch
  return isObject(argument) && argument.query !== undefined ? argument : null
}
