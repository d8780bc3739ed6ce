import type {DueSoonAlert} from './alerts.ts'
import {compareOverdueAlerts, compareText, isDueSoon, toDueSoonAlert} from './alerts.ts'
import {addDays, dayOf} from './calendar.ts'
import type {Bill, BillBalance, DaySummary} from './documents.ts'
import {billBalanceId, daySummaryId} from './ids.ts'
import type {ShopSettingsValues} from './options.ts'

/** A bill cancelled on the day of the figures that is large for this shop. `total` in minor units. */
export interface LargeVoidAlert {
  billId: string
  number: string
  customerName?: string
  total: number
  reason: string
  by: string
}

/** A bill of the day with a discount that is large for this shop. Amounts in minor units, `rate` in basis points. */
export interface LargeDiscountAlert {
  billId: string
  number: string
  customerName?: string
  discount: number
  rate: number
  by: string
}

/** What needs a look on bills; each leaves with its reason, voids and discounts with the day they happened on. */
export interface PaperAlerts {
  dueSoon: readonly DueSoonAlert[]
  largeVoids: readonly LargeVoidAlert[]
  largeDiscounts: readonly LargeDiscountAlert[]
}

/** A cancelled bill is large from this many usual bills on. */
export const LARGE_VOID_BILLS = 3
/** A discount beyond this is large, unless the shop's approvals name another rate. */
export const LARGE_DISCOUNT_RATE = 2_500

const USUAL_DAYS = 30

/** Ids of the summaries of the 30 days before `day`, from which its usual bill is taken. */
export function usualSummaryIds(day: string): readonly string[] {
  return Array.from({length: USUAL_DAYS}, (_, index) => daySummaryId(addDays(day, -1 - index)))
}

/**
 * The average bill of the days before, in minor units; 0 without any. The day itself is left out, so that what counts as
 * large stands still while the day goes on.
 */
export function usualBill(
  summaries: ReadonlyMap<string, DaySummary>,
  ids: readonly string[],
): number {
  let bills = 0
  let sales = 0
  for (const id of ids) {
    const summary = summaries.get(id)
    if (summary === undefined) continue
    bills += summary.bills
    sales += summary.sales
  }
  return bills <= 0 ? 0 : Math.round(sales / bills)
}

/** Cancelled on `day`, whenever it was issued, and at least three usual bills; every one in a shop without a past. */
export function isLargeVoid(
  balance: Pick<BillBalance, 'void' | 'total'>,
  {day, timeZone, usual}: {day: string; timeZone: string; usual: number},
): boolean {
  if (balance.void === undefined || balance.total < LARGE_VOID_BILLS * usual) return false
  const {at} = balance.void
  // times are not checked where documents come in: one that is none belongs to no day
  return balance.total > 0 && !Number.isNaN(Date.parse(at)) && dayOf(at, timeZone) === day
}

/** Line and bill discounts as a share of what the goods would have cost, in basis points. */
export function discountRate({totals}: Pick<Bill, 'totals'>): number {
  return totals.gross <= 0 ? 0 : Math.round((totals.discount * 10_000) / totals.gross)
}

/** The rate beyond which a discount is large: what needs approval, else a quarter. */
export function largeDiscountRate({approvals}: Pick<ShopSettingsValues, 'approvals'>): number {
  return approvals.discountOver ?? LARGE_DISCOUNT_RATE
}

export function isLargeDiscount(bill: Pick<Bill, 'totals' | 'day'>, day: string, over: number) {
  return bill.day === day && discountRate(bill) > over
}

export function toLargeVoidAlert(balance: BillBalance): LargeVoidAlert {
  return {
    billId: balance.bill._ref,
    number: balance.number,
    ...(balance.customerName === undefined ? {} : {customerName: balance.customerName}),
    total: balance.total,
    reason: balance.void?.reason ?? '',
    by: balance.void?.by.name ?? '',
  }
}

export function toLargeDiscountAlert(bill: Bill): LargeDiscountAlert {
  return {
    billId: bill._id,
    number: bill.number,
    ...(bill.customerName === undefined ? {} : {customerName: bill.customerName}),
    discount: bill.totals.discount,
    rate: discountRate(bill),
    by: bill.issuedBy.name,
  }
}

export interface PaperAlertSources {
  bills: ReadonlyMap<string, Bill>
  billBalances: ReadonlyMap<string, BillBalance>
  daySummaries: ReadonlyMap<string, DaySummary>
  settings: ShopSettingsValues
}

/** All of them from scratch; the live store moves the same by deltas and is tested against this. */
export function buildPaperAlerts(sources: PaperAlertSources, day: string): PaperAlerts {
  const {bills, billBalances, daySummaries, settings} = sources
  const balances = [...billBalances.values()]
  const usual = usualBill(daySummaries, usualSummaryIds(day))
  const {timeZone} = settings
  const isVoid = ({_id}: Bill) => billBalances.get(billBalanceId(_id))?.void !== undefined
  return {
    dueSoon: balances
      .filter((balance) => isDueSoon(balance, day))
      .map((balance) => toDueSoonAlert(balance, day))
      .toSorted(compareOverdueAlerts),
    largeVoids: balances
      .filter((balance) => isLargeVoid(balance, {day, timeZone, usual}))
      .map(toLargeVoidAlert)
      .toSorted(compareLargeVoids),
    largeDiscounts: [...bills.values()]
      .filter((bill) => !isVoid(bill) && isLargeDiscount(bill, day, largeDiscountRate(settings)))
      .map(toLargeDiscountAlert)
      .toSorted(compareLargeDiscounts),
  }
}

/** Largest first. */
export function compareLargeVoids(a: LargeVoidAlert, b: LargeVoidAlert): number {
  return b.total - a.total || compareText(a.billId, b.billId)
}

/** Largest share first. */
export function compareLargeDiscounts(a: LargeDiscountAlert, b: LargeDiscountAlert): number {
  return b.rate - a.rate || compareText(a.billId, b.billId)
}
