import type {SanityClient} from '@sanity/client'
import * as v from 'valibot'
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
  /** Names of the token's Sanity roles; `undefined` when the lake does not tell them. */
  roles(): Promise<readonly string[] | undefined>
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
    roles: () => readRoles(lake),
    query: (query, params) => lake.fetch<unknown>(query, params, {tag: 'shop.operation.query'}),
  }
}

const currentUser = v.object({
  role: v.nullish(v.string()),
  roles: v.nullish(v.array(v.object({name: v.string()}))),
})

async function readRoles(lake: SanityClient): Promise<readonly string[] | undefined> {
  const answer = await lake
    .request<unknown>({url: '/users/me', tag: 'shop.operation.roles'})
    .catch((cause: unknown) => {
      if (isUntold(cause)) return undefined
      throw cause
    })
  const user = v.safeParse(currentUser, answer)
  if (!user.success) return undefined
  const {role, roles} = user.output
  const names = [...(roles ?? []).map(({name}) => name), ...(role ? [role] : [])]
  return names.length === 0 ? undefined : [...new Set(names)]
}

/** A lake that keeps its users to itself: then its grants decide alone. */
function isUntold(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('statusCode' in cause)) return false
  return cause.statusCode === 403 || cause.statusCode === 404
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
