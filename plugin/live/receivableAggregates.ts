import {addToAging, agingBucketOf, nothingOwed} from '../domain/aging.ts'
import type {AgingBucketName} from '../domain/aging.ts'
import {compareOverdueAlerts, isOpen, isOverdue, toOverdueAlert} from '../domain/alerts.ts'
import type {OverdueAlert} from '../domain/alerts.ts'
import type {BillBalance} from '../domain/documents.ts'
import {createRanking} from './ranking.ts'

interface OpenBalance {
  balance: BillBalance
  bucket: AgingBucketName
}

/** What is owed, for how long, and what of it is overdue on a day, moved by deltas of balances and by `setDay`. */
export function createReceivableAggregates() {
  const open = new Map<string, OpenBalance>()
  const overdue = createRanking<OverdueAlert>(compareOverdueAlerts)
  let day = ''
  let sum = 0
  let aging = nothingOwed

  const count = ({balance, bucket}: OpenBalance, sign: 1 | -1) => {
    sum += sign * balance.balance
    aging = addToAging(aging, bucket, balance.balance, sign)
  }

  const place = (id: string, balance: BillBalance) => {
    const entry = {balance, bucket: agingBucketOf(balance.dueDate, day)}
    open.set(id, entry)
    count(entry, 1)
    overdue.set(id, isOverdue(balance, day) ? toOverdueAlert(balance, day) : undefined)
  }

  return {
    sum: (): number => sum,
    aging: () => aging,
    overdue: () => overdue.list(),
    moveBalance(id: string, after: BillBalance | undefined): void {
      const known = open.get(id)
      if (known !== undefined) count(known, -1)
      open.delete(id)
      if (after !== undefined && isOpen(after)) place(id, after)
      else overdue.set(id, undefined)
    },
    setDay(next: string): void {
      if (next === day) return
      day = next
      sum = 0
      aging = nothingOwed
      overdue.clear()
      for (const [id, {balance}] of open) place(id, balance)
    },
  }
}
