import type {ShopFormat} from '../components/format.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../domain/documents.ts'
import type {ShopSettingsValues} from '../domain/options.ts'
import type {PaperCustomer} from './customer.ts'

/** A bill or credit note with what happened to it. */
export interface BillPapers {
  paper: Bill | CreditNote
  /** Absent for a credit note. */
  balance?: BillBalance
  /** Money in and out for it, oldest first. */
  payments: readonly Payment[]
  shop: ShopSettingsValues
}

/** Everything that stands on a printed bill or credit note. */
export interface BillPaperProps extends BillPapers {
  /** Absent for a walk-in. */
  customer?: PaperCustomer | undefined
  format: ShopFormat
}

/** What the paper is called: a bill with tax by a shop that has a tax number is a tax invoice. */
export function titleOf({paper, shop}: BillPapers): 'creditNote' | 'taxInvoice' | 'bill' {
  if (paper._type === 'creditNote') return 'creditNote'
  const {taxId} = shop.papers
  return taxId !== undefined && taxId !== '' && paper.totals.tax !== 0 ? 'taxInvoice' : 'bill'
}

/** Of cash that was handed over, what went back. */
export function changeOf({payments}: Pick<BillPapers, 'payments'>): number {
  return payments.reduce((sum, {change = 0}) => sum + change, 0)
}

/** The discount on the bill as a whole; that of a line is taken off the line's amount. */
export function billDiscountOf({paper}: Pick<BillPapers, 'paper'>): number {
  return paper.lines.reduce((sum, {billDiscount}) => sum + billDiscount, 0)
}
