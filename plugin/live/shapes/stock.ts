import type {StockLevel, StockTransaction} from '../../domain/documents.ts'
import {
  day,
  defineShape,
  integer,
  number,
  object,
  oneOf,
  optional,
  reference,
  text,
  time,
} from '../shape.ts'
import {unit, actor, command} from './parts.ts'

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
