import type {SanityClient} from '@sanity/client'

const BATCH = 1_000

/** Writes documents as they are, many a transaction: an import, not operations. */
export async function seedDocuments(
  client: SanityClient,
  documents: Iterable<{_id: string; _type: string}>,
): Promise<number> {
  let batch: object[] = []
  let count = 0
  const flush = async () => {
    if (batch.length === 0) return
    const mutations = batch
    batch = []
    await client.request({
      method: 'POST',
      url: `/data/mutate/${client.config().dataset}`,
      query: {visibility: 'async', returnIds: 'false'},
      body: {mutations},
    })
  }
  for (const document of documents) {
    const {_rev: _dropped, ...create}: Record<string, unknown> = document
    batch.push({createOrReplace: create})
    count += 1
    if (batch.length === BATCH) await flush()
  }
  await flush()
  return count
}
