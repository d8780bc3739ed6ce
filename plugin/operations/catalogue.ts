import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {DocumentOf} from './snapshot.ts'
import {LONGEST_TERMS} from '../domain/limits.ts'
import {keyedItems} from './arrayItems.ts'
import {basisPoints, notNegative, text, unit, words} from './commandParts.ts'
import type {Fields} from './commands.ts'

export type CatalogueType = 'brand' | 'category' | 'product' | 'user'

/** How documents of one type of the catalogue are made and checked. */
export interface CatalogueKind<K extends CatalogueType> {
  type: K
  /** Its place among the operations. */
  room: 'brands' | 'categories' | 'products' | 'users'
  /** Parses a new document's fields and fills in what is left out. */
  creation: GenericSchema<unknown, Fields<DocumentOf<K>>>
  /** Parses the fields of an update. */
  change: GenericSchema<unknown, Record<string, unknown>>
  /** Whether an editor's address is made of the name. */
  hasSlug: boolean
}

const reference = v.object({
  _type: v.literal('reference', 'must be a reference'),
  _ref: words(128),
  _weak: v.optional(v.boolean()),
})
const slug = v.object({_type: v.literal('slug'), current: words(200)})
const isActive = v.boolean('must be yes or no')

const brand = {
  name: words(200),
  slug,
  description: text(5000),
  isActive,
  logo: v.record(v.string(), v.unknown()),
}

const category = {
  ...brand,
  parent: reference,
  sortOrder: v.number('must be a number'),
  specificationFields: keyedItems(v.unknown()),
}

const specification = v.object({
  _key: v.optional(text(100), ''),
  name: words(200),
  value: text(2000),
})

const product = {
  name: words(200),
  slug,
  sku: words(100),
  barcode: text(100),
  brand: reference,
  category: reference,
  unit,
  price: notNegative,
  taxRate: basisPoints,
  reorderLevel: notNegative,
  reorderQuantity: notNegative,
  trackStock: v.boolean('must be yes or no'),
  stockPolicy: v.picklist(['deny', 'allow'], 'must be deny or allow'),
  description: text(20_000),
  images: keyedItems(v.unknown()),
  specifications: keyedItems(specification),
  isActive,
}

const user = {
  name: words(200),
  role: v.picklist(['customer', 'admin'], 'must be customer or admin'),
  phone: text(50),
  email: v.pipe(text(320), v.email('must be an e-mail address')),
  address: text(1000),
  taxId: text(50),
  creditLimit: notNegative,
  paymentTermDays: v.pipe(
    notNegative,
    v.maxValue(LONGEST_TERMS, `must be at most ${LONGEST_TERMS} days`),
  ),
  notes: text(5000),
  isActive,
}

const changeOf = (entries: v.ObjectEntries) =>
  v.strictObject(
    Object.fromEntries(
      Object.entries(entries).map(([name, schema]) => [name, v.optional(v.nullable(schema))]),
    ),
  )

const partial = <E extends v.ObjectEntries>(entries: E) => v.partial(v.strictObject(entries))

export const brands: CatalogueKind<'brand'> = {
  type: 'brand',
  room: 'brands',
  creation: v.strictObject({
    ...partial(brand).entries,
    name: brand.name,
    isActive: v.optional(isActive, true),
  }),
  change: changeOf(brand),
  hasSlug: true,
}

export const categories: CatalogueKind<'category'> = {
  type: 'category',
  room: 'categories',
  creation: v.strictObject({
    ...partial(category).entries,
    name: category.name,
    isActive: v.optional(isActive, true),
  }),
  change: changeOf(category),
  hasSlug: true,
}

export const products: CatalogueKind<'product'> = {
  type: 'product',
  room: 'products',
  creation: v.strictObject({
    ...partial(product).entries,
    name: product.name,
    sku: product.sku,
    price: product.price,
    unit: v.optional(unit, {name: 'pcs', decimals: 0}),
    trackStock: v.optional(product.trackStock, true),
    isActive: v.optional(isActive, true),
  }),
  change: changeOf(product),
  hasSlug: true,
}

export const users: CatalogueKind<'user'> = {
  type: 'user',
  room: 'users',
  creation: v.strictObject({
    ...partial(user).entries,
    name: user.name,
    role: v.optional(user.role, 'customer'),
    isActive: v.optional(isActive, true),
  }),
  change: changeOf(user),
  hasSlug: false,
}

/** Without the attributes that are `undefined`. */
export function definedFields(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** Attributes that an update may not empty. */
export const REQUIRED: Record<CatalogueType, readonly string[]> = {
  brand: ['name', 'isActive'],
  category: ['name', 'isActive'],
  product: ['name', 'sku', 'price', 'unit', 'trackStock', 'isActive'],
  user: ['name', 'role', 'isActive'],
}
