import type {ApprovalRules} from './approvals.ts'
import type {ShopSettings} from './documents.ts'
import {completeRoles} from './roles.ts'
import type {RoleMap} from './roles.ts'

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
  creditPolicy?: ShopSettings['creditPolicy']
  /** Number patterns, such as `{series}-{year}-{sequence:5}`. */
  series?: Partial<ShopSettings['series']>
  /** Sanity roles that act as each role of the shop: `{cashier: ['till']}`. */
  roles?: Partial<RoleMap>
  approvals?: ApprovalRules
  /** Address, tax number and footer of printed papers. */
  papers?: ShopSettings['papers']
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
> &
  Required<Pick<ShopSettings, 'creditPolicy' | 'approvals' | 'papers'>> & {roles: RoleMap}

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
    creditPolicy: options.creditPolicy ?? 'warn',
    series: {bill: 'B-{year}-{sequence}', creditNote: 'CN-{year}-{sequence}', ...options.series},
    roles: completeRoles(options.roles),
    approvals: options.approvals ?? {},
    papers: options.papers ?? {},
  }
}

/** The values of stored settings; what was stored before a setting existed has its default. */
export function valuesOfSettings(stored: ShopSettings): ShopSettingsValues {
  const {name, currency, timeZone, tax, stockPolicy, cashRounding, paymentTermDays, series} = stored
  return {
    ...(name === undefined ? {} : {name}),
    currency,
    timeZone,
    tax,
    stockPolicy,
    cashRounding,
    paymentTermDays,
    series,
    creditPolicy: stored.creditPolicy ?? 'warn',
    roles: completeRoles(stored.roles),
    approvals: stored.approvals ?? {},
    papers: stored.papers ?? {},
  }
}
