import type {Brand, Category, Product, User} from '../domain/documents.ts'

/** Editable attributes, without the lake's own. */
export type Fields<T> = Partial<
  Omit<T, '_id' | '_type' | '_rev' | '_createdAt' | '_updatedAt' | 'command'>
>

/** Of an update: `null` empties an attribute, what is left out stays. */
export type Changes<T> = {[K in keyof Fields<T>]: Fields<T>[K] | null}

/**
 * The catalogue: documents that editors also write by hand, with drafts. Each call is one transaction on the published
 * document and its draft. All throw `not-permitted`, `offline`, `rate-limited` and, where nothing else is said, `invalid`.
 */
export interface CatalogueOperations<T extends Brand | Category | Product | User> {
  /**
   * A new published document. `fields` must hold what the type requires (`name`; a product also `sku` and `price`, minor
   * units per whole unit). List items without a `_key` get one.
   * @param key - makes the call repeatable: the same key and fields return the same document
   * @throws ShopError `invalid` (every field that is wrong; a sku that another product has), `key-reused`, `not-found`
   * (a reference to what does not exist)
   */
  create(fields: Fields<T>, key?: string): Promise<T>
  /**
   * Changes the fields given; `null` empties one. A draft is changed in the same transaction, so that publishing it undoes
   * nothing.
   * @throws ShopError `not-found` (also for what is only a draft), `invalid` (decimals of a unit that is stocked)
   */
  update(id: string, fields: Changes<T>): Promise<T>
  /**
   * Sets `isActive` to false: offered no more, and everything that names it stays readable.
   * @throws ShopError `not-found`
   */
  archive(id: string): Promise<T>
  /**
   * @throws ReferencedError while anything refers to it, weakly or strongly, with what does: archive it instead. ShopError
   * `not-found`
   */
  delete(id: string): Promise<void>
}
