import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {DaySummary, Series, ShopSettings} from '../documents.ts'
import {LONGEST_TERMS, MOST} from '../limits.ts'
import {correction, integer, text, optionalText, stored, day, timeZone} from './parts.ts'
import {resolveOptions} from '../options.ts'

const sums = v.optional(v.record(v.string(), integer), {})

export const daySummarySchema: GenericSchema<unknown, DaySummary> = v.looseObject({
  ...stored,
  _type: v.literal('daySummary'),
  day,
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
  correction: v.optional(correction),
})

export const seriesSchema: GenericSchema<unknown, Series> = v.looseObject({
  ...stored,
  _type: v.literal('series'),
  name: text,
  kind: v.picklist(['bill', 'creditNote']),
  last: integer,
  correction: v.optional(correction),
})

const share = v.pipe(
  integer,
  v.minValue(0, 'must not be negative'),
  v.maxValue(10_000, 'must be at most 10000 (100 %)'),
)
const roleNames = v.optional(v.array(text))
const DEFAULTS = resolveOptions()

const settingsEntries = {
  name: optionalText,
  currency: text,
  timeZone,
  // An administrator may leave anything but currency and time zone empty in the Studio.
  tax: v.optional(
    v.object({
      defaultRate: v.optional(share, DEFAULTS.tax.defaultRate),
      included: v.optional(v.boolean(), DEFAULTS.tax.included),
      rounding: v.optional(v.picklist(['line', 'bill']), DEFAULTS.tax.rounding),
    }),
    DEFAULTS.tax,
  ),
  stockPolicy: v.optional(v.picklist(['deny', 'allow']), DEFAULTS.stockPolicy),
  cashRounding: v.optional(
    v.pipe(
      integer,
      v.minValue(1, 'must be at least 1'),
      v.maxValue(MOST, `must be at most ${MOST}`),
    ),
    DEFAULTS.cashRounding,
  ),
  paymentTermDays: v.optional(
    v.pipe(
      integer,
      v.minValue(0, 'must not be negative'),
      v.maxValue(LONGEST_TERMS, `must be at most ${LONGEST_TERMS} days`),
    ),
    DEFAULTS.paymentTermDays,
  ),
  creditPolicy: v.optional(v.picklist(['warn', 'approve', 'refuse'])),
  roles: v.optional(
    v.object({
      administrator: roleNames,
      editor: roleNames,
      cashier: roleNames,
      viewer: roleNames,
    }),
  ),
  approvals: v.optional(
    v.object({
      discountOver: v.optional(share),
      lossOver: v.optional(v.pipe(integer, v.minValue(0, 'must not be negative'))),
      void: v.optional(v.boolean()),
      refund: v.optional(v.boolean()),
      belowCost: v.optional(v.boolean()),
    }),
  ),
  papers: v.optional(
    v.object({
      address: optionalText,
      taxId: optionalText,
      phone: optionalText,
      email: optionalText,
      footer: optionalText,
      size: v.optional(v.picklist(['a4', 'roll'])),
      upiId: optionalText,
    }),
  ),
  series: v.optional(
    v.object({
      bill: v.optional(text, DEFAULTS.series.bill),
      creditNote: v.optional(text, DEFAULTS.series.creditNote),
    }),
    DEFAULTS.series,
  ),
}

/** The values of settings, wherever they come from: the options of a Studio are foreign input too. */
export const settingsValuesSchema = v.looseObject(settingsEntries)

export const shopSettingsSchema: GenericSchema<unknown, ShopSettings> = v.looseObject({
  ...stored,
  _type: v.literal('shopSettings'),
  ...settingsEntries,
})
