/** Mutations in the lake's wire shape, as far as the shop uses them. */
export interface PatchMutation {
  id: string
  ifRevisionID?: string
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  /** Appends to an array; the optimistic overlay does not show it. */
  insert?: {after: string; items: unknown[]}
}

export interface NewDocument {
  _id: string
  _type: string
  [attribute: string]: unknown
}

export type ShopMutation =
  | {create: NewDocument}
  | {createIfNotExists: NewDocument}
  | {createOrReplace: NewDocument}
  | {patch: PatchMutation}
  | {delete: {id: string}}

/** One atomic transaction; `transactionId` becomes the `_rev` of every document it writes. */
export interface ShopTransaction {
  transactionId: string
  mutations: readonly ShopMutation[]
}

/** Why a transaction was not written. `isRepeated`: its operation plans it anew, nobody needs to be told. */
export interface Rejection {
  rejected: Error
  isRepeated?: boolean
}

/**
 * Where a writer announces a transaction before it is sent, so that the live layer can show it as pending.
 * `begin` returns the function that ends the announcement: with `committed` the overlay stays until its echo arrives,
 * with `rejected` it rolls back at once. The live store implements it; operations only know this port.
 */
export interface OptimisticPort {
  begin(transaction: ShopTransaction): (outcome: 'committed' | Rejection) => void
}
