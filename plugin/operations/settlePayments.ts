import {InvalidCommandError} from '../domain/errors.ts'
import type {Reason} from '../domain/errors.ts'
import {formatMoney} from '../domain/money.ts'
import {spreadPayments} from '../domain/overpayment.ts'
import type {Overpayment, SpreadPayment} from '../domain/overpayment.ts'
import type {PaymentInput} from './commands.ts'
import type {PaymentDraftInput} from './payments.ts'

interface Due {
  /** Minor units. */
  due: number
  currency: string
  overpayment: Overpayment
  hasCustomer: boolean
  /** What the customer has to spend. */
  credit: number
  /** Attribute of the command that a refusal points at. */
  path: 'payments' | 'amount'
}

/**
 * What is kept of payments, with the change that was handed back or the deposit that more than is due becomes.
 * @throws InvalidCommandError for more than is due or more credit than there is, with what to do
 */
export function settlePayments(payments: readonly PaymentInput[], due: Due): PaymentDraftInput[] {
  checkCredit(payments, due)
  const spread = spreadPayments(payments, due.due)
  for (const payment of spread) checkOver(payment, spread, due)
  return spread.flatMap(({kept, over, method, reference}): PaymentDraftInput[] => {
    const own = {method, ...(reference === undefined ? {} : {reference})}
    const change = over > 0 && due.overpayment === 'change' ? {change: over} : {}
    const deposit = over > 0 && due.overpayment === 'credit'
    return [
      ...(kept === 0 ? [] : [{...own, amount: kept, ...change}]),
      ...(deposit ? [{...own, amount: over, isDeposit: true}] : []),
    ]
  })
}

function checkCredit(
  payments: readonly PaymentInput[],
  {credit, hasCustomer, currency, path}: Due,
): void {
  const spent = payments
    .filter(({method}) => method === 'customerCredit')
    .reduce((sum, {amount}) => sum + amount, 0)
  if (spent === 0 || (hasCustomer && spent <= credit)) return
  throw refused(
    path,
    hasCustomer
      ? `the customer has ${formatMoney(credit, currency)} of credit; take the rest by another method`
      : 'a walk-in has no credit; choose the customer or another method',
    hasCustomer
      ? {name: 'credit-left', values: {credit: formatMoney(credit, currency)}}
      : {name: 'walk-in-credit'},
  )
}

function checkOver(
  {method, over, kept}: SpreadPayment<PaymentInput>,
  all: readonly SpreadPayment<PaymentInput>[],
  {due, overpayment, hasCustomer, currency, path}: Due,
): void {
  if (over === 0) return
  const given = all.reduce((sum, {amount}) => sum + amount, 0)
  const words = `the payments (${formatMoney(given, currency)}) are more than the ${formatMoney(due, currency)} that is due`
  const values = {given: formatMoney(given, currency), due: formatMoney(due, currency)}
  if (overpayment === 'refuse') {
    throw refused(path, `${words}; enter what is kept, or give change or keep the rest as credit`, {
      name: 'overpaid',
      values,
    })
  }
  if (overpayment === 'change' && (method !== 'cash' || kept === 0)) {
    throw refused(
      path,
      `${words} without counting all the cash: change can only be given out of cash`,
      {name: 'overpaid-card', values},
    )
  }
  if (overpayment === 'credit' && !hasCustomer) {
    throw refused(path, `${words}; credit can only be kept for a customer, not for a walk-in`, {
      name: 'overpaid-walk-in',
      values,
    })
  }
  if (overpayment === 'credit' && method === 'customerCredit') {
    throw refused(path, `${words}; use less of the customer's credit`, {name: 'overpaid', values})
  }
}

function refused(path: Due['path'], words: string, reason: Reason): InvalidCommandError {
  return new InvalidCommandError(`Nothing was saved: ${words}.`, [{path, message: words, reason}])
}
