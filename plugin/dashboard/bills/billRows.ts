import {billState, billTones} from '../../actions/shared/states.ts'
import {agingBucketOf} from '../../domain/aging.ts'
import {isOpen} from '../../domain/alerts.ts'
import {hourOf} from '../../domain/calendar.ts'
import type {Bill, BillBalance} from '../../domain/documents.ts'
import {billBalanceId} from '../../domain/ids.ts'
import type {ShopCollections} from '../../live/types.ts'
import type {TableRow} from '../table/columns.ts'
import {createRowCache} from '../table/rowCache.ts'
import type {RowCache} from '../table/rowCache.ts'

export interface BillTableRow extends TableRow {
  number: string
  customerName: string | undefined
  /** When it was issued (ISO UTC); the calendar day for an old bill of which only the open balance is held. */
  at: string
  day: string
  dueDate: string
  /** Minor units. */
  total: number
  /** Absent for an old bill of which only the open balance is held. */
  bill: Bill | undefined
  /** Absent while the balance is still under way. */
  balance: BillBalance | undefined
}

export const BILL_STATES = [
  'open',
  'paid',
  'partial',
  'unpaid',
  'overdue',
  'void',
  'credited',
] as const

/** `open` is whatever money is still owed for, by the predicate that the receivables are counted with. */
export function isBillInState(row: BillTableRow, state: string): boolean {
  if (state !== 'open') return row.state === state
  return row.balance !== undefined && isOpen(row.balance)
}

/** Bills of the working set and every older one that is still open; `day` decides what is overdue. */
export function billRows(
  {bills, billBalances}: Pick<ShopCollections, 'bills' | 'billBalances'>,
  day: string,
  cached: RowCache<BillTableRow> = createRowCache(),
): readonly BillTableRow[] {
  const held = [...bills.values()].map((bill) => {
    const balance = billBalances.get(billBalanceId(bill._id))
    return cached(bill._id, [bill, balance, day], () => toRow(bill, balance, day))
  })
  const older = [...billBalances.values()]
    .filter((balance) => isOpen(balance) && !bills.has(balance.bill._ref))
    .map((balance) => cached(balance._id, [balance, day], () => toOldRow(balance, day)))
  return [...held, ...older]
}

/** What the URL may limit the bills to. */
export interface BillLimits {
  /** Calendar day of issue. */
  on: string | undefined
  /** `00` … `23`, on the shop's clock. */
  hour: string | undefined
  /** Paid, at least in part, this way. */
  method: string | undefined
  /** How long it has been due: a bucket of the receivables. */
  age: string | undefined
}

export function limitBills(
  rows: readonly BillTableRow[],
  limits: BillLimits,
  {day, timeZone}: {day: string; timeZone: string},
): readonly BillTableRow[] {
  const {on, hour, method, age} = limits
  if (on === undefined && hour === undefined && method === undefined && age === undefined) {
    return rows
  }
  return rows.filter(
    (row) =>
      (on === undefined || row.day === on) &&
      (hour === undefined || hourOf(row.at, timeZone) === Number(hour)) &&
      (method === undefined || isPaidBy(row, method)) &&
      (age === undefined || agingBucketOf(row.dueDate, day) === age),
  )
}

function isPaidBy({balance}: BillTableRow, method: string): boolean {
  return Object.entries(balance?.paidByMethod ?? {}).some(
    ([name, amount]) => name === method && amount !== 0,
  )
}

function toRow(bill: Bill, balance: BillBalance | undefined, day: string): BillTableRow {
  const state = balance === undefined ? 'unpaid' : billState(balance, day)
  return {
    id: bill._id,
    type: 'bill',
    revision: `${bill._rev} ${balance?._rev ?? ''}`,
    text: searchText(bill.number, bill.customerName, bill.notes),
    state,
    tone: billTones[state],
    number: bill.number,
    customerName: bill.customerName,
    at: bill.occurredAt,
    day: bill.day,
    dueDate: bill.dueDate,
    total: bill.totals.total,
    bill,
    balance,
  }
}

function toOldRow(balance: BillBalance, day: string): BillTableRow {
  const state = billState(balance, day)
  return {
    id: balance.bill._ref,
    type: 'bill',
    revision: balance._rev,
    text: searchText(balance.number, balance.customerName),
    state,
    tone: billTones[state],
    number: balance.number,
    customerName: balance.customerName,
    at: balance.day,
    day: balance.day,
    dueDate: balance.dueDate,
    total: balance.total,
    bill: undefined,
    balance,
  }
}

function searchText(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase()
}
