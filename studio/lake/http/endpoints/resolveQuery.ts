import type {DocumentAccess} from '../../access/grants.ts'
import type {CommitRequest} from '../../types.ts'
import {idOf, type LakeContext} from '../context.ts'

/** All other writes wait for the query of one: it gets less time than a query that only reads. */
const timeoutMs = 1_000

/** Finds the documents of a patch or delete by query: raw, and only what the author may read. */
export function createResolveQuery(
  {engine}: LakeContext,
  dataset: string,
  access: DocumentAccess,
): NonNullable<CommitRequest['resolveQuery']> {
  return async (query, params) => {
    const {result} = await engine.query({
      dataset,
      query,
      params,
      perspective: 'raw',
      readFilter: access.readFilter,
      identity: access.author,
      timeoutMs,
    })
    return toIds(result)
  }
}

/** Documents or ids, as the query projects them. */
function toIds(result: unknown): string[] {
  const items: readonly unknown[] = Array.isArray(result) ? result : [result]
  return items.flatMap((item) => {
    if (typeof item === 'string') return [item]
    const id = idOf(item)
    return id === null ? [] : [id]
  })
}
