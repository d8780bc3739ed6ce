import type {ApprovalRules} from '../approvals.ts'
import type {RoleMap} from '../roles.ts'
import type {Correction, ShopDocument, StockPolicy} from './base.ts'

/** Counter of a numbering series, id `series.<name>`, name e.g. `bill-2026`. */
export interface Series extends ShopDocument {
  _type: 'series'
  name: string
  kind: 'bill' | 'creditNote'
  /** The last number given. */
  last: number
  correction?: Correction
}

/**
 * One a day, id `daySummary.<YYYY-MM-DD>`; moved by setIfMissing + inc without `ifRevisionID`.
 * Keys of `byCategory` and `byBrand` are `attributeKey(id)`.
 */
export interface DaySummary extends ShopDocument {
  _type: 'daySummary'
  day: string
  bills: number
  /** Σ bill totals. */
  sales: number
  creditNotes: number
  /** Σ credit note totals. */
  credits: number
  /** Tax of bills less tax of credit notes. */
  tax: number
  /** Cost of bills less cost of restocked credits. */
  cost: number
  /** Bill totals by hour `h00`…`h23`. */
  byHour: Record<string, number>
  /** Payments (refunds negative) by method. */
  byMethod: Record<string, number>
  /** Line totals by category and brand. */
  byCategory: Record<string, number>
  byBrand: Record<string, number>
  correction?: Correction
}

/** Singleton, id `shopSettings.shop`. */
export interface ShopSettings extends ShopDocument {
  _type: 'shopSettings'
  name?: string
  /** ISO 4217; fixed once a bill exists. */
  currency: string
  /** IANA; fixed once a bill exists. */
  timeZone: string
  tax: {
    /** Basis points for products without their own rate and for free lines. */
    defaultRate: number
    /** Prices contain the tax. */
    included: boolean
    rounding: 'line' | 'bill'
  }
  stockPolicy: StockPolicy
  /** Minor units to which a total is rounded; 1 = none, 100 = whole rupees. */
  cashRounding: number
  /** Days until a bill without its own due date is due. */
  paymentTermDays: number
  /** What happens when a bill would leave a customer owing more than the credit limit. */
  creditPolicy?: CreditPolicy
  series: {
    /** Pattern as `formatNumber` reads it: `{sequence}`, `{sequence:4}`, `{year}`, `{series}`. */
    bill: string
    creditNote: string
  }
  /** Names of Sanity roles that act as each role of the shop. */
  roles?: Partial<RoleMap>
  approvals?: ApprovalRules
  papers?: PaperSettings
}

/** What stands on printed bills, receipts and statements beside the sale itself. All of it may be empty. */
export interface PaperSettings {
  /** Postal address, as many lines as it has. */
  address?: string
  /** The shop's own tax number, such as a GSTIN or VAT number; with it a bill is titled a tax invoice. */
  taxId?: string
  phone?: string
  email?: string
  /** Below the totals: terms, thanks, what the law asks for. */
  footer?: string
  /** What a receipt is printed on; absent: a roll of 80 mm. */
  size?: PaperSize
  /** A UPI address (`shop@bank`): an open bill then carries a QR code that pays it. */
  upiId?: string
}

/** `roll`: 80 mm wide and as long as it needs. */
export type PaperSize = 'a4' | 'roll'

/** `approve`: only who may approve (see `ApprovalRules`) can issue such a bill. */
export type CreditPolicy = 'warn' | 'approve' | 'refuse'
