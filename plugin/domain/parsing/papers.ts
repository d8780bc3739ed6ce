import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {Bill, BillDraft, CreditNote} from '../documents.ts'
import {
  integer,
  text,
  optionalText,
  stored,
  weakReference,
  namedReference,
  actor,
  command,
  unitSchema,
  day,
  time,
} from './parts.ts'

const totals = v.object({
  gross: integer,
  discount: integer,
  net: integer,
  tax: integer,
  rounding: integer,
  total: integer,
  cost: integer,
  taxIncluded: v.boolean(),
  taxes: v.array(v.object({_key: text, rate: integer, base: integer, tax: integer})),
})

export const billLine = v.looseObject({
  _key: text,
  _type: v.literal('billLine'),
  product: v.optional(weakReference),
  name: text,
  sku: optionalText,
  unit: unitSchema,
  quantity: integer,
  unitPrice: integer,
  gross: integer,
  discount: integer,
  billDiscount: integer,
  taxRate: integer,
  net: integer,
  tax: integer,
  total: integer,
  unitCost: v.optional(integer),
  cost: v.optional(integer),
  brand: v.optional(namedReference),
  category: v.optional(namedReference),
})

export const creditNoteLine = v.looseObject({
  ...billLine.entries,
  billLine: optionalText,
  restock: v.boolean(),
})

const numbered = {
  ...stored,
  number: text,
  series: text,
  sequence: integer,
  customer: v.optional(weakReference),
  customerName: optionalText,
  totals,
  currency: text,
  day,
  issuedAt: time,
  occurredAt: time,
  issuedBy: actor,
  reference: optionalText,
  entries: v.optional(v.array(text)),
  command,
}

export const billSchema: GenericSchema<unknown, Bill> = v.looseObject({
  ...numbered,
  _type: v.literal('bill'),
  serviceType: v.picklist(['sale', 'repair', 'installation', 'maintenance', 'custom']),
  lines: v.array(billLine),
  dueDate: day,
  notes: optionalText,
})

export const creditNoteSchema: GenericSchema<unknown, CreditNote> = v.looseObject({
  ...numbered,
  _type: v.literal('creditNote'),
  bill: v.optional(weakReference),
  billNumber: optionalText,
  lines: v.array(creditNoteLine),
  reason: text,
})

export const billDraftSchema: GenericSchema<unknown, BillDraft> = v.looseObject({
  ...stored,
  _type: v.literal('billDraft'),
  title: optionalText,
  content: text,
  parkedAt: time,
  by: actor,
  command,
})
