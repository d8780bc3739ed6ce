import {sumOf} from '../billTotals.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../documents.ts'
import {billBalanceId} from '../ids.ts'
import {balanceOf} from '../receivables.ts'
import {compare} from './difference.ts'
import type {Difference} from './difference.ts'
import {groupBy} from './groupBy.ts'
import type {ShopRecords} from './readDocuments.ts'

/** Per bill: paid + credited + balance = total, derived from payments and credit notes; credits per line ≤ sold. */
export function proveBalances(shop: ShopRecords): Difference[] {
  const balances = new Map(shop.billBalance.map((balance) => [balance.bill._ref, balance]))
  const payments = groupBy(shop.payment, (payment) => payment.bill?._ref ?? '')
  const notes = groupBy(shop.creditNote, (note) => note.bill?._ref ?? '')
  const bills = new Set(shop.bill.map((bill) => bill._id))
  const orphans = shop.billBalance
    .filter((balance) => !bills.has(balance.bill._ref))
    .flatMap(({_id: id, number}) =>
      compare({kind: 'balance', id, path: 'bill', label: number}, 'a bill', 'missing'),
    )
  return [
    ...orphans,
    ...shop.bill.flatMap((bill) =>
      proveBalance(
        bill,
        balances.get(bill._id),
        payments.get(bill._id) ?? [],
        notes.get(bill._id) ?? [],
      ),
    ),
  ]
}

function proveBalance(
  bill: Bill,
  balance: BillBalance | undefined,
  payments: readonly Payment[],
  notes: readonly CreditNote[],
): Difference[] {
  const place = {
    kind: 'balance' as const,
    id: balance?._id ?? billBalanceId(bill._id),
    label: `Balance of ${bill.number}`,
  }
  if (balance === undefined) return compare({...place, path: '_id'}, 'present', 'missing')
  const paid = sumOf(payments.map((payment) => payment.amount))
  const credited = sumOf(notes.map((note) => note.totals.total))
  const derived = {...balance, total: bill.totals.total, paid, credited}
  return [
    ...compare({...place, path: 'total'}, bill.totals.total, balance.total),
    ...compare({...place, path: 'paid'}, paid, balance.paid),
    ...compare({...place, path: 'credited'}, credited, balance.credited),
    ...compare({...place, path: 'balance'}, balanceOf(derived), balance.balance),
    ...bill.lines.flatMap((line) => {
      const quantity = sumOf(
        notes.flatMap((note) =>
          note.lines.filter((one) => one.billLine === line._key).map((one) => one.quantity),
        ),
      )
      const kept = balance.creditedLines?.find((one) => one._key === line._key)?.quantity ?? 0
      const path = `creditedLines.${line._key}`
      return [
        ...compare({...place, path}, quantity, kept),
        ...compare({...place, path: `${path} ≤ sold`}, true, quantity <= line.quantity),
      ]
    }),
  ]
}
