import type {SanityClient} from '@sanity/client'
import type {ShopTransaction} from '../domain/mutation.ts'

/** A document as it came from the lake: parsed before use. */
export interface RawDocument {
  _id: string
  [attribute: string]: unknown
}

/** All that operations need of a lake. */
export interface LakePort {
  /** By `/data/doc`: strongly consistent, unlike a query. Missing documents are left out. */
  getDocuments(ids: readonly string[]): Promise<RawDocument[]>
  /** Resolves once the transaction is durable; `visible` waits until queries see it too. */
  commit(transaction: ShopTransaction, wait: 'durable' | 'visible'): Promise<void>
  /** Perspective `raw`. May be behind the last commit. */
  query(query: string, params: Record<string, unknown>): Promise<unknown>
}

/** Ids go into the path of the request: a hosted lake refuses addresses over 11 kB, Node's parser over 16 kB. */
const MAX_PATH_LENGTH = 6000

export interface LakePortOptions {
  /** Milliseconds until a request counts as lost. Default 20,000. */
  requestTimeout?: number
}

/**
 * The client repeats a mutate POST after a network failure on its own, which would run the transaction again without
 * looking whether the first one arrived: repetition is `runOperation`'s job, so the client's is turned off.
 */
export function createLakePort(client: SanityClient, options: LakePortOptions = {}): LakePort {
  const lake = client.withConfig({
    maxRetries: 0,
    timeout: options.requestTimeout ?? 20_000,
    useCdn: false,
    perspective: 'raw',
  })
  return {
    getDocuments: async (ids) => {
      const batches = toBatches([...new Set(ids)])
      const found = await Promise.all(
        batches.map((batch) =>
          lake.getDocuments<Record<string, unknown>>(batch, {tag: 'shop.operation.load'}),
        ),
      )
      return found.flat().filter((document) => document !== null)
    },
    commit: async (transaction, wait) => {
      // `async` answers when the transaction is committed, `sync` when queries see it too; `deferred` promises nothing.
      await lake.mutate([...transaction.mutations], {
        transactionId: transaction.transactionId,
        visibility: wait === 'visible' ? 'sync' : 'async',
        returnDocuments: false,
        autoGenerateArrayKeys: false,
        tag: 'shop.operation.commit',
      })
    },
    query: (query, params) => lake.fetch<unknown>(query, params, {tag: 'shop.operation.query'}),
  }
}

function toBatches(ids: readonly string[]): string[][] {
  const batches: string[][] = []
  let length = MAX_PATH_LENGTH
  for (const id of ids) {
    if (length + id.length + 1 > MAX_PATH_LENGTH) {
      batches.push([])
      length = 0
    }
    batches.at(-1)?.push(id)
    length += id.length + 1
  }
  return batches
}
