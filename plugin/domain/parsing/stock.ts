import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {StockLevel, StockOperation, StockTransaction} from '../documents.ts'
import {
  integer,
  text,
  optionalText,
  stored,
  reference,
  weakReference,
  actor,
  command,
  unitSchema,
  day,
  time,
} from './parts.ts'

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
  lastCount: v.optional(v.object({countedAt: time, sequence: integer})),
  lastEntry: v.object({
    kind,
    quantity: integer,
    at: time,
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
  occurredAt: time,
  day,
  command,
})

export const stockOperationSchema: GenericSchema<unknown, StockOperation> = v.looseObject({
  ...stored,
  _type: v.literal('stockOperation'),
  kind: v.picklist(['opening', 'purchase', 'supplierReturn', 'adjustment', 'damage', 'count']),
  entries: v.array(text),
  reason: optionalText,
  reference: optionalText,
  occurredAt: time,
  day,
  by: actor,
  command,
})
