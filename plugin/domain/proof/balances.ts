import {sumOf} from '../billTotals.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../documents.ts'
import {billBalanceId} from '../ids.ts'
import {balanceOf} from '../receivables.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'

const placeOf = (balance: BillBalance) => ({
  kind: 'balance' as const,
  document: balance._id,
  subject: {of: 'balance' as const, name: balance.number},
  ...(balance.customer === undefined ? {} : {customer: balance.customer._ref}),
})

/** total − paid − credited = balance, and the total is the bill's. `bill`: where it is known. */
export function proveBalance(balance: BillBalance, bill: Bill | undefined): Drift[] {
  const place = placeOf(balance)
  const total = bill?.totals.total ?? balance.total
  return [
    ...compare({...place, field: 'total'}, total, balance.total),
    ...compare({...place, field: 'balance'}, balanceOf({...balance, total}), balance.balance),
  ]
}

/** The balance sums up all payments and credit notes of its bill; credits per line ≤ sold. */
export function proveSettlement(
  bill: Bill,
  balance: BillBalance | undefined,
  payments: readonly Payment[],
  notes: readonly CreditNote[],
): Drift[] {
  if (balance === undefined) return proveBalancePresent(bill)
  const place = placeOf(balance)
  const paid = sumOf(payments.map((payment) => payment.amount))
  const credited = sumOf(notes.map((note) => note.totals.total))
  return [
    ...compare({...place, field: 'paid'}, paid, balance.paid),
    ...compare({...place, field: 'credited'}, credited, balance.credited),
    ...bill.lines.flatMap((line) => {
      const quantity = creditedQuantity(notes, line._key)
      const kept = balance.creditedLines?.find((one) => one._key === line._key)?.quantity ?? 0
      const field = `creditedLines.${line._key}`
      return [
        ...compare({...place, field}, quantity, kept),
        ...compare({...place, field: `${field} ≤ sold`}, true, quantity <= line.quantity),
      ]
    }),
  ]
}

/** Every bill has its balance. */
function proveBalancePresent({_id, number}: Bill): Drift[] {
  const document = billBalanceId(_id)
  const subject = {of: 'balance' as const, name: number}
  return compare({kind: 'balance', document, subject, field: '_id'}, 'present', undefined)
}

/** A balance without its bill. */
export function proveBillPresent(balance: BillBalance): Drift[] {
  return compare({...placeOf(balance), field: 'bill'}, 'a bill', undefined)
}

function creditedQuantity(notes: readonly CreditNote[], line: string): number {
  const credited = notes.flatMap((note) => note.lines.filter((one) => one.billLine === line))
  return sumOf(credited.map((one) => one.quantity))
}
