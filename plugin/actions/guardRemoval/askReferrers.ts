import type {SanityClient} from '@sanity/client'
import * as v from 'valibot'
import {referrersQuery} from '../../domain/queries.ts'

export interface Referrer {
  id: string
  type: string
  label: string
}

/** How many are asked for; the dialog names fewer and counts the rest. */
const LIMIT = 20

const answerSchema = v.array(
  v.object({_id: v.string(), _type: v.string(), label: v.nullish(v.string(), '')}),
)

/**
 * What refers to a document, weakly or strongly, drafts and versions included; at most 20. The document that holds a
 * product's sku does not count: it goes with the product.
 */
export async function askReferrers(client: SanityClient, id: string): Promise<Referrer[]> {
  const options = {perspective: 'raw', tag: 'shop.referrers'} as const
  const answer = await client.fetch<unknown>(referrersQuery, {id, limit: LIMIT}, options)
  return v
    .parse(answerSchema, answer)
    .filter(({_type}) => _type !== 'sku')
    .map(({_id, _type, label}) => ({id: _id, type: _type, label}))
}
