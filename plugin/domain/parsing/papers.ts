import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {Bill, BillBalance, BillDraft, CreditNote, Payment} from '../documents.ts'
import {
  integer,
  text,
  optionalText,
  stored,
  weakReference,
  namedReference,
  actor,
  command,
  method,
  unitSchema,
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

const billLine = v.looseObject({
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

const numbered = {
  ...stored,
  number: text,
  series: text,
  sequence: integer,
  customer: v.optional(weakReference),
  customerName: optionalText,
  totals,
  currency: text,
  day: text,
  issuedAt: text,
  occurredAt: text,
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
  dueDate: text,
  notes: optionalText,
})

export const creditNoteSchema: GenericSchema<unknown, CreditNote> = v.looseObject({
  ...numbered,
  _type: v.literal('creditNote'),
  bill: v.optional(weakReference),
  billNumber: optionalText,
  lines: v.array(
    v.looseObject({...billLine.entries, billLine: optionalText, restock: v.boolean()}),
  ),
  reason: text,
})

export const billBalanceSchema: GenericSchema<unknown, BillBalance> = v.looseObject({
  ...stored,
  _type: v.literal('billBalance'),
  bill: weakReference,
  number: text,
  customer: v.optional(weakReference),
  customerName: optionalText,
  total: integer,
  paid: integer,
  credited: integer,
  balance: integer,
  dueDate: text,
  day: text,
  creditedLines: v.optional(v.array(v.object({_key: text, quantity: integer, amount: integer}))),
  paidByMethod: v.optional(
    v.object({
      cash: v.optional(integer),
      card: v.optional(integer),
      upi: v.optional(integer),
      bankTransfer: v.optional(integer),
      other: v.optional(integer),
    }),
  ),
  void: v.optional(
    v.object({
      at: text,
      by: actor,
      reason: text,
      entries: v.optional(v.array(text)),
      command: v.optional(command),
    }),
  ),
})

export const paymentSchema: GenericSchema<unknown, Payment> = v.looseObject({
  ...stored,
  _type: v.literal('payment'),
  bill: v.optional(weakReference),
  creditNote: v.optional(weakReference),
  method,
  amount: integer,
  at: text,
  day: text,
  by: actor,
  reference: optionalText,
  command: v.optional(command),
})

export const billDraftSchema: GenericSchema<unknown, BillDraft> = v.looseObject({
  ...stored,
  _type: v.literal('billDraft'),
  title: optionalText,
  content: text,
  parkedAt: text,
  by: actor,
  command,
})
