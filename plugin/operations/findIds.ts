import * as v from 'valibot'
import {QueryBehindError} from './failures.ts'
import type {Search} from './operation.ts'
import type {LakePort} from './port.ts'
import type {Snapshot} from './snapshot.ts'

const answerSchema = v.object({ids: v.array(v.string()), revision: v.nullish(v.string())})

/**
 * Asks the search and loads what it found, strongly consistent as ever.
 * @throws QueryBehindError when the query does not know the guard as it is: then what it found may lack the latest
 */
export async function findIds(
  {query, params, guard}: Search,
  port: LakePort,
  load: (found: readonly string[]) => Promise<Snapshot>,
): Promise<{snapshot: Snapshot; found: readonly string[]}> {
  const whole = `{"ids": ${query}, "revision": *[_id == $guard][0]._rev}`
  const {ids, revision} = v.parse(answerSchema, await port.query(whole, {...params, guard}))
  const snapshot = await load(ids)
  if (snapshot.revision(guard) !== (revision ?? undefined)) throw new QueryBehindError(guard)
  return {snapshot, found: ids}
}
