import type {
  CommandRecord,
  Reference,
  ShopDocument,
  Slug,
  StockPolicy,
  Unit,
  WeakReference,
} from './base.ts'

export interface Product extends ShopDocument {
  _type: 'product'
  name: string
  slug?: Slug
  sku: string
  barcode?: string
  brand?: Reference
  category?: Reference
  unit: Unit
  price: number
  /** Basis points; absent: the shop's default rate. */
  taxRate?: number
  reorderLevel?: number
  reorderQuantity?: number
  /** false for services: no level, no ledger. */
  trackStock: boolean
  /** Absent: the shop's policy. */
  stockPolicy?: StockPolicy
  description?: string
  specifications?: Specification[]
  isActive: boolean
  /** The command that created it, when it had a key. */
  command?: CommandRecord
}

/** What a product states, as text: `Power`, `9`. */
export interface Specification {
  _key: string
  name: string
  value: string
}

/** What a category asks of its products. */
export interface SpecificationField {
  _key: string
  name: string
  type: 'text' | 'number' | 'boolean' | 'choice'
  /** Of a number: W, mm, l. */
  unit?: string
  /** Of a choice. */
  choices?: readonly string[]
  isRequired?: boolean
}

export interface Brand extends ShopDocument {
  _type: 'brand'
  name: string
  slug?: Slug
  description?: string
  isActive: boolean
  /** The command that created it, when it had a key. */
  command?: CommandRecord
}

export interface Category extends ShopDocument {
  _type: 'category'
  name: string
  slug?: Slug
  description?: string
  parent?: Reference
  sortOrder?: number
  /** What products of it and of the categories below state; read with `readSpecificationFields`. */
  specificationFields?: readonly unknown[]
  isActive: boolean
  /** The command that created it, when it had a key. */
  command?: CommandRecord
}

export type UserRole = 'customer' | 'admin'

/** A customer or an admin of the shop. Never holds a password, PIN or secret. */
export interface User extends ShopDocument {
  _type: 'user'
  name: string
  role: UserRole
  phone?: string
  email?: string
  address?: string
  taxId?: string
  /** Minor units; absent: none. */
  creditLimit?: number
  /** Days until this customer's bills are due; absent: the shop's. */
  paymentTermDays?: number
  notes?: string
  isActive: boolean
  /** The command that created it, when it had a key. */
  command?: CommandRecord
}

/** Attributes of a user that only papers, files and the form show. */
export type UserDetail = 'address' | 'taxId' | 'notes' | 'command'

/** A user as it is held live: what lists, the till and credit need. The details are read where they are shown. */
export type UserRow = Omit<User, UserDetail>

/** Holds a sku for one product, id `sku.<hash of the sku>`: two products made at one moment cannot both get it. */
export interface SkuHolder extends ShopDocument {
  _type: 'sku'
  sku: string
  product: WeakReference
}
