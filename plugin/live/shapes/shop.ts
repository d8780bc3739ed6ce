import type {DaySummary, Series, ShopSettings} from '../../domain/documents.ts'
import {
  boolean,
  day,
  defineShape,
  integer,
  list,
  object,
  oneOf,
  optional,
  sums,
  text,
} from '../shape.ts'
import {correction, policy} from './parts.ts'

export const seriesShape = defineShape<Series>('series', {
  name: text,
  kind: oneOf('bill', 'creditNote'),
  last: integer,
  correction: optional(correction),
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
    correction: optional(correction),
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
  creditPolicy: optional(oneOf('warn', 'approve', 'refuse')),
  series: object({bill: text, creditNote: text}),
  roles: optional(
    object({
      administrator: optional(list(text)),
      editor: optional(list(text)),
      cashier: optional(list(text)),
      viewer: optional(list(text)),
    }),
  ),
  approvals: optional(
    object({
      discountOver: optional(integer),
      lossOver: optional(integer),
      void: optional(boolean),
      refund: optional(boolean),
      belowCost: optional(boolean),
    }),
  ),
  papers: optional(
    object({
      address: optional(text),
      taxId: optional(text),
      phone: optional(text),
      email: optional(text),
      footer: optional(text),
      size: optional(oneOf('a4', 'roll')),
      upiId: optional(text),
    }),
  ),
})
