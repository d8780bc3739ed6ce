import * as v from 'valibot'
import {ReferencedError} from '../domain/errors.ts'
import type {LakePort} from './port.ts'

export interface Referrer {
  id: string
  type: string
  label: string
}

const REFERRERS = `*[references($id) || _id in $ids][0...20]{
  "id": _id, "type": _type, "label": coalesce(number, name, title, productName, _id)
}`

const referrersSchema = v.array(
  v.object({id: v.string(), type: v.string(), label: v.fallback(v.string(), '')}),
)

/** Documents that refer to `id`, weakly or strongly, and those of `ids`: at most 20. */
export async function findReferrers(
  port: LakePort,
  id: string,
  ids: readonly string[],
): Promise<Referrer[]> {
  const found = v.parse(referrersSchema, await port.query(REFERRERS, {id, ids}))
  // A query may be behind the last commit: what the caller has seen by id counts all the same.
  const unseen = ids.filter((each) => !found.some((referrer) => referrer.id === each))
  return [
    ...found.filter((referrer) => referrer.id !== `drafts.${id}`),
    ...unseen.map((each) => ({id: each, type: each.split('.')[0] ?? '', label: each})),
  ]
}

/** @throws ReferencedError when there is any */
export function refuseReferenced(type: string, referrers: readonly Referrer[]): void {
  if (referrers.length === 0) return
  const named = referrers
    .slice(0, 5)
    .map(({type: kind, label}) => `${kind} ${label}`)
    .join(', ')
  const more = referrers.length > 5 ? ` and ${referrers.length - 5} more` : ''
  throw new ReferencedError(
    `This ${type} is in use by ${named}${more}. Nothing was deleted; archive it instead.`,
    referrers,
  )
}
