export interface ShopDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
}

/** A document that an operation is about to create: the lake adds revision and times. */
export type Draft<T extends ShopDocument> = Omit<T, '_rev' | '_createdAt' | '_updatedAt'>

export interface WeakReference {
  _type: 'reference'
  _ref: string
  _weak: true
}

export interface StrongReference {
  _type: 'reference'
  _ref: string
}

export interface Reference {
  _type: 'reference'
  _ref: string
  _weak?: boolean
}

export interface Slug {
  _type: 'slug'
  current: string
}

export type Decimals = 0 | 1 | 2 | 3

export interface Unit {
  /** As printed: pcs, kg, m, h. */
  name: string
  decimals: Decimals
}

export type StockPolicy = 'deny' | 'allow'

/** Who did it: a Sanity user id and a readable name. */
export interface Actor {
  id: string
  name: string
}

/** Who put right a document that only repeats what others say, and what it had said. The last one counts. */
export interface Correction {
  at: string
  by: Actor
  reason: string
  command: CommandRecord
}

/** Stands on the root document of every operation: the proof that this command has been done. */
export interface CommandRecord {
  operation: string
  /** Hash of the caller's key. */
  key: string
  /** Hash of the command's content. */
  hash: string
}
