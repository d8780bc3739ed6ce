import {isOverdue} from '../../domain/alerts.ts'
import type {UserRow} from '../../domain/documents.ts'
import type {ShopCollections} from '../../live/types.ts'
import type {TableRow} from '../table/columns.ts'
import {createRowCache} from '../table/rowCache.ts'
import type {RowCache} from '../table/rowCache.ts'

export interface CustomerTableRow extends TableRow {
  user: UserRow
  /** Minor units: Σ positive balances of the customer's bills, and the part of it that is past its due date. */
  open: number
  overdue: number
  bills: number
  /** Calendar day of the newest bill; empty before the first. */
  last: string
}

export const CUSTOMER_STATES = ['settled', 'owes', 'overdue'] as const

const TONES = {settled: 'positive', owes: 'caution', overdue: 'critical'} as const

/** Customers with what they owe on the shop's calendar `day`. */
export function customerRows(
  {users, billBalances}: Pick<ShopCollections, 'users' | 'billBalances'>,
  day: string,
  cached: RowCache<CustomerTableRow> = createRowCache(),
): readonly CustomerTableRow[] {
  const sums = sumByCustomer(billBalances, day)
  return [...users.values()]
    .filter(({role}) => role === 'customer')
    .map((user) => {
      const sum = sums.get(user._id) ?? NOTHING
      return cached(user._id, [user, ...Object.values(sum)], () => toRow(user, sum))
    })
}

function toRow(user: UserRow, sum: typeof NOTHING): CustomerTableRow {
  const state = sum.overdue > 0 ? 'overdue' : sum.open > 0 ? 'owes' : 'settled'
  return {
    ...sum,
    id: user._id,
    type: 'user',
    revision: `${user._rev} ${sum.open} ${sum.bills}`,
    text: `${user.name} ${user.phone ?? ''} ${user.email ?? ''}`.toLowerCase(),
    state,
    tone: TONES[state],
    user,
  }
}

const NOTHING = {open: 0, overdue: 0, bills: 0, last: ''}

function sumByCustomer(balances: ShopCollections['billBalances'], day: string) {
  const sums = new Map<string, typeof NOTHING>()
  for (const balance of balances.values()) {
    const customer = balance.customer?._ref
    if (customer === undefined) continue
    const sum = sums.get(customer) ?? NOTHING
    const owed = Math.max(0, balance.balance)
    sums.set(customer, {
      open: sum.open + owed,
      overdue: sum.overdue + (isOverdue(balance, day) ? owed : 0),
      bills: sum.bills + 1,
      last: balance.day > sum.last ? balance.day : sum.last,
    })
  }
  return sums
}
