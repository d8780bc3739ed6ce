import {sumOf} from '../billTotals.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../documents.ts'
import {billBalanceId} from '../ids.ts'
import {addToMethod, balanceOf} from '../receivables.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'

const placeOf = (balance: BillBalance) => ({
  kind: 'balance' as const,
  document: balance._id,
  subject: {of: 'balance' as const, name: balance.number},
  ...(balance.customer === undefined ? {} : {customer: balance.customer._ref}),
  day: balance.day,
})

/** total − paid − credited = balance, and what repeats the bill is the bill's. `bill`: where it is known. */
export function proveBalance(balance: BillBalance, bill: Bill | undefined): Drift[] {
  const place = placeOf(balance)
  const total = bill?.totals.total ?? balance.total
  return [
    ...compare({...place, field: 'total'}, total, balance.total),
    ...compare({...place, field: 'balance'}, balanceOf({...balance, total}), balance.balance),
    ...(bill === undefined ? [] : compareBill(place, bill, balance)),
  ]
}

function compareBill(
  place: ReturnType<typeof placeOf>,
  bill: Bill,
  {number, day, dueDate, customer}: BillBalance,
): Drift[] {
  return [
    ...compare({...place, field: 'number'}, bill.number, number),
    ...compare({...place, field: 'day'}, bill.day, day),
    ...compare({...place, field: 'dueDate'}, bill.dueDate, dueDate),
    ...compare({...place, field: 'customer'}, bill.customer?._ref, customer?._ref),
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
    ...compareMethods(place, payments, balance.paidByMethod ?? {}),
    ...bill.lines.flatMap((line) => {
      const {quantity, amount} = creditedOf(notes, line._key)
      const kept = balance.creditedLines?.find((one) => one._key === line._key)
      const field = `creditedLines.${line._key}`
      return [
        ...compare({...place, field}, quantity, kept?.quantity ?? 0),
        ...compare({...place, field: `${field}.amount`}, amount, kept?.amount ?? 0),
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

function compareMethods(
  place: ReturnType<typeof placeOf>,
  payments: readonly Payment[],
  kept: NonNullable<BillBalance['paidByMethod']>,
): Drift[] {
  const paid = payments.reduce<typeof kept>(
    (sums, {method, amount}) => addToMethod(sums, method, amount),
    {},
  )
  const expected = new Map(Object.entries(paid))
  const found = new Map(Object.entries(kept))
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((method) =>
    compare(
      {...place, field: `paidByMethod.${method}`},
      expected.get(method) ?? 0,
      found.get(method) ?? 0,
    ),
  )
}

function creditedOf(notes: readonly CreditNote[], line: string) {
  const credited = notes.flatMap((note) => note.lines.filter((one) => one.billLine === line))
  return {
    quantity: sumOf(credited.map((one) => one.quantity)),
    amount: sumOf(credited.map((one) => one.total)),
  }
}
