import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {Brand, Category, Product, SkuHolder, User} from '../documents.ts'
import {
  command,
  integer,
  optionalText,
  reference,
  slug,
  stored,
  text,
  unitSchema,
  weakReference,
} from './parts.ts'

export const productSchema: GenericSchema<unknown, Product> = v.looseObject({
  ...stored,
  _type: v.literal('product'),
  name: text,
  slug: v.optional(slug),
  sku: text,
  barcode: optionalText,
  brand: v.optional(reference),
  category: v.optional(reference),
  unit: v.optional(unitSchema, {name: 'pcs', decimals: 0}),
  price: v.pipe(integer, v.minValue(0)),
  taxRate: v.optional(v.pipe(integer, v.minValue(0))),
  reorderLevel: v.optional(integer),
  reorderQuantity: v.optional(integer),
  trackStock: v.optional(v.boolean(), true),
  stockPolicy: v.optional(v.picklist(['deny', 'allow'])),
  isActive: v.optional(v.boolean(), true),
  command: v.optional(command),
})

export const brandSchema: GenericSchema<unknown, Brand> = v.looseObject({
  ...stored,
  _type: v.literal('brand'),
  name: text,
  slug: v.optional(slug),
  description: optionalText,
  isActive: v.optional(v.boolean(), true),
  command: v.optional(command),
})

export const categorySchema: GenericSchema<unknown, Category> = v.looseObject({
  ...stored,
  _type: v.literal('category'),
  name: text,
  slug: v.optional(slug),
  description: optionalText,
  parent: v.optional(reference),
  sortOrder: v.optional(v.number()),
  isActive: v.optional(v.boolean(), true),
  command: v.optional(command),
})

export const userSchema: GenericSchema<unknown, User> = v.looseObject({
  ...stored,
  _type: v.literal('user'),
  name: text,
  role: v.optional(v.picklist(['customer', 'admin']), 'customer'),
  phone: optionalText,
  email: optionalText,
  address: optionalText,
  taxId: optionalText,
  creditLimit: v.optional(integer),
  paymentTermDays: v.optional(integer),
  notes: optionalText,
  isActive: v.optional(v.boolean(), true),
  command: v.optional(command),
})

export const skuSchema: GenericSchema<unknown, SkuHolder> = v.looseObject({
  ...stored,
  _type: v.literal('sku'),
  sku: text,
  product: weakReference,
})
