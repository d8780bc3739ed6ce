import {parseMoney} from '../../domain/money.ts'
import {spreadPayments} from '../../domain/overpayment.ts'
import type {PaymentInput} from '../../operations/commands.ts'
import type {Message} from '../shared/messages.ts'
import {message} from '../shared/messages.ts'
import type {FormPayment} from './billForm.ts'

export interface ReadPayments {
  /** What is handed over, the change included. */
  inputs: readonly PaymentInput[]
  /** By payment id. */
  errors: ReadonlyMap<string, Message>
  /** What is paid of the bill, minor units. */
  paid: number
  /** Cash beyond the total: it goes back, or is kept as the customer's credit. */
  change: number
  /** What stays open. */
  open: number
}

interface GivenPayment extends PaymentInput {
  id: string
}

/**
 * Payments as typed against the bill's `total`. An empty amount is all that is left, so that "paid in full" follows
 * the lines; cash above the total is change; anything else above it is an error. `credit` is what the customer has to
 * spend, minor units.
 */
export function readPayments(
  payments: readonly FormPayment[],
  total: number,
  currency: string,
  credit = 0,
): ReadPayments {
  const errors = new Map<string, Message>()
  const due = Math.max(0, total)
  const given = toGiven(payments, due, {currency, credit, errors})
  const spread = spreadPayments(given, due)
  for (const {id, method, over} of spread) {
    if (over > 0 && method !== 'cash') errors.set(id, message('bill-error.overpaid'))
  }
  const kept = spread.reduce((sum, payment) => sum + payment.kept, 0)
  const change = spread.reduce((sum, {method, over}) => sum + (method === 'cash' ? over : 0), 0)
  const inputs = spread
    .filter((payment) => payment.kept > 0)
    .map(({method, amount}) => ({method, amount}))
  return {inputs, errors, paid: kept, change, open: due - kept}
}

function toGiven(
  payments: readonly FormPayment[],
  due: number,
  {currency, credit, errors}: {currency: string; credit: number; errors: Map<string, Message>},
): GivenPayment[] {
  const amounts = new Map<string, number>()
  for (const {id, amount} of payments) {
    const typed = amount.trim() === '' ? 0 : parseMoney(amount, currency)
    if (typed === undefined || typed < 0) errors.set(id, message('bill-error.payment'))
    else amounts.set(id, typed)
  }
  let left = due - [...amounts.values()].reduce((sum, amount) => sum + amount, 0)
  for (const {id, method, amount} of payments) {
    const most = method === 'customerCredit' ? credit : Number.MAX_SAFE_INTEGER
    if (amount.trim() === '') {
      const rest = Math.max(0, Math.min(left, most))
      amounts.set(id, rest)
      left -= rest
    } else if ((amounts.get(id) ?? 0) > most) {
      errors.set(id, message('bill-error.credit'))
    }
  }
  return payments.flatMap(({id, method}) => {
    const amount = errors.has(id) ? undefined : amounts.get(id)
    return amount === undefined ? [] : [{id, method, amount}]
  })
}
