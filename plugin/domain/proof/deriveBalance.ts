import {sumOf} from '../billTotals.ts'
import type {Bill, BillBalance, CreditNote, Payment} from '../documents.ts'
import {addToMethod, balanceOf} from '../receivables.ts'

/** What of a bill's balance only repeats the bill, its payments and its credit notes. */
export type DerivedBalance = Required<
  Pick<
    BillBalance,
    | 'number'
    | 'total'
    | 'paid'
    | 'credited'
    | 'balance'
    | 'dueDate'
    | 'day'
    | 'creditedLines'
    | 'paidByMethod'
  >
>

/** A bill's balance from scratch; minor units. A void is a fact of its own: it is kept, and makes the balance 0. */
export function deriveBalance(
  bill: Bill,
  stored: Pick<BillBalance, 'void'> | undefined,
  payments: readonly Payment[],
  notes: readonly CreditNote[],
): DerivedBalance {
  const {number, dueDate, day} = bill
  const total = bill.totals.total
  const paid = sumOf(payments.map(({amount}) => amount))
  const credited = sumOf(notes.map((note) => note.totals.total))
  const balance = balanceOf({total, paid, credited, void: stored?.void})
  const paidByMethod = payments.reduce<DerivedBalance['paidByMethod']>(
    (sums, {method, amount}) => addToMethod(sums, method, amount),
    {},
  )
  const creditedLines = bill.lines.flatMap(({_key}) => {
    const back = notes.flatMap(({lines}) => lines.filter(({billLine}) => billLine === _key))
    const quantity = sumOf(back.map((line) => line.quantity))
    return quantity === 0 ? [] : [{_key, quantity, amount: sumOf(back.map((line) => line.total))}]
  })
  return {number, total, paid, credited, balance, dueDate, day, creditedLines, paidByMethod}
}
