import type {Brand, Category, Product, User} from '../../domain/documents.ts'
import {
  anything,
  boolean,
  defineShape,
  integer,
  list,
  name,
  number,
  object,
  oneOf,
  optional,
  reference,
  text,
} from '../shape.ts'
import {command, unit, policy} from './parts.ts'

const slug = object({current: text})
const catalogue = {
  name,
  slug: optional(slug),
  description: optional(text),
  isActive: boolean,
  command: optional(command),
}

export const brandShape = defineShape<Brand>('brand', catalogue, {isActive: true})

export const categoryShape = defineShape<Category>(
  'category',
  {
    ...catalogue,
    parent: optional(reference),
    sortOrder: optional(number),
    specificationFields: optional(list(anything)),
  },
  {isActive: true},
)

export const productShape = defineShape<Product>(
  'product',
  {
    ...catalogue,
    sku: text,
    barcode: optional(text),
    brand: optional(reference),
    category: optional(reference),
    unit,
    price: integer,
    taxRate: optional(integer),
    reorderLevel: optional(integer),
    reorderQuantity: optional(integer),
    trackStock: boolean,
    stockPolicy: optional(policy),
    specifications: optional(list(object({}))),
  },
  {isActive: true, trackStock: true, unit: {name: 'pcs', decimals: 0}},
)

export const userShape = defineShape<User>(
  'user',
  {
    name,
    role: oneOf('customer', 'admin'),
    phone: optional(text),
    email: optional(text),
    address: optional(text),
    taxId: optional(text),
    creditLimit: optional(integer),
    paymentTermDays: optional(integer),
    notes: optional(text),
    isActive: boolean,
    command: optional(command),
  },
  {isActive: true, role: 'customer'},
)
