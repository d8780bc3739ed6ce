import {boolean, integer, list, number, object, oneOf, optional, reference, text} from '../shape.ts'

export const unit = object({name: text, decimals: oneOf(0, 1, 2, 3)})
export const actor = object({id: text, name: text})
export const command = object({operation: text, key: text, hash: text})
export const correction = object({at: text, by: actor, reason: text, command})
export const policy = oneOf('deny', 'allow')

const taxAmount = object({rate: integer, base: integer, tax: integer})

export const totals = object({
  gross: integer,
  discount: integer,
  net: integer,
  tax: integer,
  rounding: integer,
  total: integer,
  cost: integer,
  taxIncluded: boolean,
  taxes: list(taxAmount),
})

export const lineFields = {
  _key: text,
  product: optional(reference),
  name: text,
  sku: optional(text),
  unit,
  quantity: integer,
  unitPrice: integer,
  gross: integer,
  discount: integer,
  billDiscount: integer,
  taxRate: integer,
  net: integer,
  tax: integer,
  total: integer,
  unitCost: optional(number),
  cost: optional(integer),
  brand: optional(reference),
  category: optional(reference),
}
