import type {ShopSettings} from './documents.ts'

/** What the embedding project chooses: first values of the stored `shopSettings`; what is stored wins. */
export interface ShopOptions {
  name?: string
  /** ISO 4217. */
  currency?: string
  /** IANA time zone. */
  timeZone?: string
  tax?: Partial<ShopSettings['tax']>
  stockPolicy?: ShopSettings['stockPolicy']
  cashRounding?: number
  paymentTermDays?: number
  series?: Partial<ShopSettings['series']>
}

/** The settings' values without the document's own attributes. */
export type ShopSettingsValues = Pick<
  ShopSettings,
  | 'name'
  | 'currency'
  | 'timeZone'
  | 'tax'
  | 'stockPolicy'
  | 'cashRounding'
  | 'paymentTermDays'
  | 'series'
>

/** Settings for a shop without a stored `shopSettings` document. */
export function resolveOptions(options: ShopOptions = {}): ShopSettingsValues {
  return {
    ...(options.name === undefined ? {} : {name: options.name}),
    currency: options.currency ?? 'USD',
    timeZone: options.timeZone ?? 'UTC',
    tax: {defaultRate: 0, included: false, rounding: 'line', ...options.tax},
    stockPolicy: options.stockPolicy ?? 'deny',
    cashRounding: options.cashRounding ?? 1,
    paymentTermDays: options.paymentTermDays ?? 0,
    series: {bill: 'B-{year}-{sequence}', creditNote: 'CN-{year}-{sequence}', ...options.series},
  }
}
