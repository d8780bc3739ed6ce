import {hourOf} from './calendar.ts'
import {creditShare} from './creditShares.ts'
import type {CreditShare} from './creditShares.ts'
import type {
  Bill,
  BillBalance,
  BillLine,
  CreditNote,
  DaySummary,
  Draft,
  Payment,
} from './documents.ts'
import {attributeKey} from './ids.ts'

/** Signed changes of a day's sums, by attribute path: `sales`, `byHour.h09`. */
export type DayChange = ReadonlyMap<string, number>

export function sumChanges(...changes: readonly DayChange[]): DayChange {
  const sums = new Map<string, number>()
  for (const change of changes) {
    for (const [path, amount] of change) sums.set(path, (sums.get(path) ?? 0) + amount)
  }
  return sums
}

function hourPath(instant: string, timeZone: string): string {
  return `byHour.h${String(hourOf(instant, timeZone)).padStart(2, '0')}`
}

function attributeChange(
  lines: readonly Pick<BillLine, 'category' | 'brand' | 'total'>[],
  sign: 1 | -1,
): DayChange {
  const sums = new Map<string, number>()
  const add = (path: string, amount: number) => sums.set(path, (sums.get(path) ?? 0) + amount)
  for (const {category, brand, total} of lines) {
    if (category) add(`byCategory.${attributeKey(category._ref)}`, total * sign)
    if (brand) add(`byBrand.${attributeKey(brand._ref)}`, total * sign)
  }
  return sums
}

/** What a bill adds to the sums of its day. */
export function billChange(bill: Draft<Bill>, timeZone: string): DayChange {
  const {total, tax, cost} = bill.totals
  const sums = new Map([
    ['bills', 1],
    ['sales', total],
    ['tax', tax],
    ['cost', cost],
    [hourPath(bill.occurredAt, timeZone), total],
  ])
  return sumChanges(sums, attributeChange(bill.lines, 1))
}

/** What of a bill's line no credit note has taken back. */
export interface RemainingLine {
  line: BillLine
  /** Smallest steps, more than 0. */
  quantity: number
  share: CreditShare
}

/** What credit notes have left of a bill's lines. */
export function remainingLines(
  bill: Bill,
  creditedLines: BillBalance['creditedLines'],
): RemainingLine[] {
  return bill.lines.flatMap((line) => {
    const before = creditedLines?.find((one) => one._key === line._key)?.quantity ?? 0
    const quantity = line.quantity - before
    if (quantity <= 0 || line.quantity <= 0) return []
    return [{line, quantity, share: creditShare(line, before, quantity, bill.totals.taxIncluded)}]
  })
}

/** What voiding takes out of the sums of the bill's own day: all that no credit note has taken back. */
export function voidChange(
  bill: Bill,
  balance: Pick<BillBalance, 'credited' | 'creditedLines'>,
  timeZone: string,
): DayChange {
  const rest = remainingLines(bill, balance.creditedLines)
  const total = bill.totals.total - balance.credited
  const sum = (amount: (share: CreditShare) => number) =>
    rest.reduce((all, {share}) => all + amount(share), 0)
  const sums = new Map([
    ['bills', -1],
    ['sales', -total],
    ['tax', -sum((share) => share.tax)],
    ['cost', -sum((share) => share.cost)],
    [hourPath(bill.occurredAt, timeZone), -total],
  ])
  const lines = rest.map(({line, share}) => ({...line, total: share.total}))
  return sumChanges(sums, attributeChange(lines, -1))
}

/** What a credit note adds to the sums of its day; only what is restocked takes its cost back. */
export function creditChange(note: Draft<CreditNote>): DayChange {
  const restocked = note.lines.filter((line) => line.restock)
  return new Map([
    ['creditNotes', 1],
    ['credits', note.totals.total],
    ['tax', -note.totals.tax],
    ['cost', -restocked.reduce((sum, line) => sum + (line.cost ?? 0), 0)],
  ])
}

export function paymentChange(payments: readonly Pick<Payment, 'method' | 'amount'>[]): DayChange {
  return sumChanges(
    ...payments.map(({method, amount}) => new Map([[`byMethod.${method}`, amount]])),
  )
}

/** What a day's summary says of it, as a change of a day without any. */
export function summaryChange(summary: DaySummary): DayChange {
  const {bills, sales, creditNotes, credits, tax, cost} = summary
  const sums = new Map(Object.entries({bills, sales, creditNotes, credits, tax, cost}))
  const {byHour, byMethod, byCategory, byBrand} = summary
  for (const [group, values] of Object.entries({byHour, byMethod, byCategory, byBrand})) {
    for (const [key, value] of Object.entries(values)) sums.set(`${group}.${key}`, value)
  }
  return sums
}

/** The sums of every day from scratch, by day and attribute path. */
export function deriveSummaries(shop: {
  bill: readonly Bill[]
  billBalance: readonly BillBalance[]
  creditNote: readonly CreditNote[]
  payment: readonly Payment[]
  timeZone: string
}): Map<string, DayChange> {
  const days = new Map<string, Map<string, number>>()
  const add = (day: string, change: DayChange) => {
    const sums = days.get(day) ?? new Map<string, number>()
    for (const [path, amount] of change) sums.set(path, (sums.get(path) ?? 0) + amount)
    days.set(day, sums)
  }
  const bills = new Map(shop.bill.map((bill) => [bill._id, bill]))
  for (const bill of shop.bill) add(bill.day, billChange(bill, shop.timeZone))
  for (const balance of shop.billBalance) {
    const bill = bills.get(balance.bill._ref)
    if (balance.void && bill) add(bill.day, voidChange(bill, balance, shop.timeZone))
  }
  for (const note of shop.creditNote) add(note.day, creditChange(note))
  for (const payment of shop.payment) add(payment.day, paymentChange([payment]))
  return days
}
