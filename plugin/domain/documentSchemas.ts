import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {
  Bill,
  BillBalance,
  BillDraft,
  Brand,
  Category,
  CreditNote,
  DaySummary,
  Payment,
  Product,
  Series,
  ShopSettings,
  StockLevel,
  StockOperation,
  StockTransaction,
  User,
} from './documents.ts'

/*
 * Documents come from a lake that anyone with a token can write to: they are parsed before an operation relies on them.
 * Attributes that no operation reads are let through as they are.
 */

const integer = v.pipe(v.number(), v.safeInteger())
const text = v.string()
const optionalText = v.optional(v.string())

const stored = {_id: text, _rev: text, _createdAt: text, _updatedAt: text}
const reference = v.looseObject({_type: v.literal('reference'), _ref: text})
const weakReference = v.looseObject({
  _type: v.literal('reference'),
  _ref: text,
  _weak: v.literal(true),
})
const namedReference = v.looseObject({...weakReference.entries, name: optionalText})
const slug = v.looseObject({_type: v.literal('slug'), current: text})
const decimals = v.picklist([0, 1, 2, 3])
export const unitSchema = v.object({name: text, decimals})
const actor = v.object({id: text, name: text})
const command = v.object({operation: text, key: text, hash: text})
const method = v.picklist(['cash', 'card', 'upi', 'bankTransfer', 'other'])

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
})

export const brandSchema: GenericSchema<unknown, Brand> = v.looseObject({
  ...stored,
  _type: v.literal('brand'),
  name: text,
  slug: v.optional(slug),
  description: optionalText,
  isActive: v.optional(v.boolean(), true),
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
  notes: optionalText,
  isActive: v.optional(v.boolean(), true),
})

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

const kind = v.picklist([
  'opening',
  'purchase',
  'supplierReturn',
  'sale',
  'return',
  'adjustment',
  'damage',
  'count',
  'void',
])

export const stockLevelSchema: GenericSchema<unknown, StockLevel> = v.looseObject({
  ...stored,
  _type: v.literal('stockLevel'),
  product: reference,
  onHand: integer,
  value: integer,
  unitCost: v.optional(integer),
  sequence: integer,
  unit: unitSchema,
  lastCount: v.optional(v.object({countedAt: text, sequence: integer})),
  lastEntry: v.object({
    kind,
    quantity: integer,
    at: text,
    by: actor,
    source: optionalText,
  }),
})

export const stockTransactionSchema: GenericSchema<unknown, StockTransaction> = v.looseObject({
  ...stored,
  _type: v.literal('stockTransaction'),
  product: weakReference,
  productName: text,
  sku: optionalText,
  unit: unitSchema,
  sequence: integer,
  kind,
  quantity: integer,
  balanceAfter: integer,
  unitCost: integer,
  value: integer,
  source: v.optional(v.looseObject({...weakReference.entries, label: optionalText})),
  reason: optionalText,
  actor,
  occurredAt: text,
  day: text,
  command,
})

export const stockOperationSchema: GenericSchema<unknown, StockOperation> = v.looseObject({
  ...stored,
  _type: v.literal('stockOperation'),
  kind: v.picklist(['opening', 'purchase', 'supplierReturn', 'adjustment', 'damage', 'count']),
  entries: v.array(text),
  reason: optionalText,
  reference: optionalText,
  occurredAt: text,
  day: text,
  by: actor,
  command,
})

const sums = v.optional(v.record(v.string(), integer), {})

export const daySummarySchema: GenericSchema<unknown, DaySummary> = v.looseObject({
  ...stored,
  _type: v.literal('daySummary'),
  day: text,
  bills: v.optional(integer, 0),
  sales: v.optional(integer, 0),
  creditNotes: v.optional(integer, 0),
  credits: v.optional(integer, 0),
  tax: v.optional(integer, 0),
  cost: v.optional(integer, 0),
  byHour: sums,
  byMethod: sums,
  byCategory: sums,
  byBrand: sums,
})

export const seriesSchema: GenericSchema<unknown, Series> = v.looseObject({
  ...stored,
  _type: v.literal('series'),
  name: text,
  kind: v.picklist(['bill', 'creditNote']),
  last: integer,
})

export const shopSettingsSchema: GenericSchema<unknown, ShopSettings> = v.looseObject({
  ...stored,
  _type: v.literal('shopSettings'),
  name: optionalText,
  currency: text,
  timeZone: text,
  tax: v.object({
    defaultRate: integer,
    included: v.boolean(),
    rounding: v.picklist(['line', 'bill']),
  }),
  stockPolicy: v.picklist(['deny', 'allow']),
  cashRounding: v.pipe(integer, v.minValue(1)),
  paymentTermDays: integer,
  series: v.object({bill: text, creditNote: text}),
})
