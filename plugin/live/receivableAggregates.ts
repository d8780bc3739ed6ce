import {compareOverdueAlerts, isOpen, isOverdue, toOverdueAlert} from '../domain/alerts.ts'
import type {OverdueAlert} from '../domain/alerts.ts'
import type {BillBalance} from '../domain/documents.ts'
import {createRanking} from './ranking.ts'

/** What is owed and what of it is overdue on a day, moved by deltas of balances and by `setDay`. */
export function createReceivableAggregates() {
  const open = new Map<string, BillBalance>()
  const overdue = createRanking<OverdueAlert>(compareOverdueAlerts)
  let day = ''
  let sum = 0

  const rate = (id: string, balance: BillBalance | undefined) => {
    const isLate = balance !== undefined && isOverdue(balance, day)
    overdue.set(id, isLate ? toOverdueAlert(balance, day) : undefined)
  }

  return {
    sum: (): number => sum,
    overdue: () => overdue.list(),
    moveBalance(id: string, after: BillBalance | undefined): void {
      sum -= open.get(id)?.balance ?? 0
      const next = after !== undefined && isOpen(after) ? after : undefined
      sum += next?.balance ?? 0
      if (next === undefined) open.delete(id)
      else open.set(id, next)
      rate(id, next)
    },
    setDay(next: string): void {
      if (next === day) return
      day = next
      overdue.clear()
      for (const [id, balance] of open) rate(id, balance)
    },
  }
}
