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
  StockTransaction,
  User,
} from '../domain/documents.ts'
import {
  boolean,
  day,
  defineShape,
  integer,
  list,
  name,
  number,
  object,
  oneOf,
  optional,
  reference,
  sums,
  text,
  time,
} from './shape.ts'

const unit = object({name: text, decimals: oneOf(0, 1, 2, 3)})
const actor = object({id: text, name: text})
const command = object({operation: text, key: text, hash: text})
const slug = object({current: text})
const policy = oneOf('deny', 'allow')
const method = oneOf('cash', 'card', 'upi', 'bankTransfer', 'other')
const taxAmount = object({rate: integer, base: integer, tax: integer})

const totals = object({
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

const lineFields = {
  _key: text,
  product: optional(reference),
  name: text,
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
}

const catalogue = {name, slug: optional(slug), description: optional(text), isActive: boolean}

export const brandShape = defineShape<Brand>('brand', catalogue, {isActive: true})

export const categoryShape = defineShape<Category>(
  'category',
  {...catalogue, parent: optional(reference), sortOrder: optional(number)},
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
    notes: optional(text),
    isActive: boolean,
  },
  {isActive: true, role: 'customer'},
)

export const billShape = defineShape<Bill>('bill', {
  number: text,
  series: text,
  sequence: integer,
  customer: optional(reference),
  customerName: optional(text),
  serviceType: oneOf('sale', 'repair', 'installation', 'maintenance', 'custom'),
  lines: list(object(lineFields)),
  totals,
  currency: text,
  dueDate: day,
  day,
  issuedAt: time,
  occurredAt: time,
  issuedBy: actor,
  reference: optional(text),
  notes: optional(text),
  entries: optional(list(text)),
  command,
})

export const billBalanceShape = defineShape<BillBalance>('billBalance', {
  bill: reference,
  number: text,
  customer: optional(reference),
  customerName: optional(text),
  total: integer,
  paid: integer,
  credited: integer,
  balance: integer,
  dueDate: day,
  day,
  creditedLines: optional(list(object({_key: text, quantity: integer, amount: integer}))),
  paidByMethod: optional(sums),
  void: optional(object({at: text, by: actor, reason: text})),
})

export const paymentShape = defineShape<Payment>('payment', {
  bill: optional(reference),
  creditNote: optional(reference),
  method,
  amount: integer,
  at: time,
  day,
  by: actor,
  reference: optional(text),
  command: optional(command),
})

export const creditNoteShape = defineShape<CreditNote>('creditNote', {
  number: text,
  series: text,
  sequence: integer,
  bill: optional(reference),
  billNumber: optional(text),
  customer: optional(reference),
  customerName: optional(text),
  lines: list(object({...lineFields, billLine: optional(text), restock: boolean})),
  totals,
  currency: text,
  reason: text,
  day,
  issuedAt: time,
  occurredAt: time,
  issuedBy: actor,
  reference: optional(text),
  entries: optional(list(text)),
  command,
})

export const billDraftShape = defineShape<BillDraft>('billDraft', {
  title: optional(text),
  content: text,
  parkedAt: time,
  by: actor,
  command,
})

export const stockLevelShape = defineShape<StockLevel>('stockLevel', {
  product: reference,
  onHand: integer,
  value: integer,
  unitCost: optional(number),
  sequence: integer,
  unit,
  lastCount: optional(object({countedAt: text, sequence: integer})),
  lastEntry: object({kind: text, quantity: integer, at: text, by: actor, source: optional(text)}),
})

export const stockTransactionShape = defineShape<StockTransaction>('stockTransaction', {
  product: reference,
  productName: text,
  sku: optional(text),
  unit,
  sequence: integer,
  kind: oneOf(
    'opening',
    'purchase',
    'supplierReturn',
    'sale',
    'return',
    'adjustment',
    'damage',
    'count',
    'void',
  ),
  quantity: integer,
  balanceAfter: integer,
  unitCost: number,
  value: integer,
  source: optional(reference),
  reason: optional(text),
  actor,
  occurredAt: time,
  day,
  command,
})

export const seriesShape = defineShape<Series>('series', {
  name: text,
  kind: oneOf('bill', 'creditNote'),
  last: integer,
})

// a day starts with whatever its first operation moved: what is absent is 0
const emptySummary = {
  bills: 0,
  sales: 0,
  creditNotes: 0,
  credits: 0,
  tax: 0,
  cost: 0,
  byHour: {},
  byMethod: {},
  byCategory: {},
  byBrand: {},
}

export const daySummaryShape = defineShape<DaySummary>(
  'daySummary',
  {
    day,
    bills: integer,
    sales: integer,
    creditNotes: integer,
    credits: integer,
    tax: integer,
    cost: integer,
    byHour: sums,
    byMethod: sums,
    byCategory: sums,
    byBrand: sums,
  },
  emptySummary,
)

export const shopSettingsShape = defineShape<ShopSettings>('shopSettings', {
  name: optional(text),
  currency: text,
  timeZone: text,
  tax: object({defaultRate: integer, included: boolean, rounding: oneOf('line', 'bill')}),
  stockPolicy: policy,
  cashRounding: integer,
  paymentTermDays: integer,
  series: object({bill: text, creditNote: text}),
})
