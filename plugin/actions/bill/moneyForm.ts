import type {BillBalance, PaymentMethod} from '../../domain/documents.ts'
import {parseMoney} from '../../domain/money.ts'
import {message} from '../shared/messages.ts'
import type {Message} from '../shared/messages.ts'

/** Money in (`payment`) or back (`refund`) as typed; an empty amount is all there is. */
export interface MoneyForm {
  key: string
  amount: string
  method: PaymentMethod
  reference: string
}

export interface MoneyRules {
  direction: 'payment' | 'refund'
  balance: BillBalance
  /** What the customer has to spend, minor units. */
  credit: number
  currency: string
}

export interface ReadMoney {
  error?: Message
  /** What is typed, minor units; absent while it is wrong. */
  amount?: number
  /** Of cash: what goes back. */
  change: number
  /** What the bill owes afterwards. */
  left?: number
}

/** The most that can be moved: what is due, or what is paid. */
export function mostOf({direction, balance, credit}: MoneyRules, method: PaymentMethod): number {
  if (direction === 'refund') return Math.max(0, balance.paid)
  const due = Math.max(0, balance.balance)
  return method === 'customerCredit' ? Math.min(due, credit) : due
}

export function readMoney(form: MoneyForm, rules: MoneyRules): ReadMoney {
  const most = mostOf(rules, form.method)
  const given = form.amount.trim() === '' ? most : parseMoney(form.amount, rules.currency)
  if (given === undefined || given <= 0)
    return {error: message('money-form.error.amount'), change: 0}
  const givesChange = rules.direction === 'payment' && form.method === 'cash'
  if (given > most && !givesChange)
    return {error: message(`money-form.error.${rules.direction}`), change: 0}
  const moved = Math.min(given, most)
  const signed = rules.direction === 'payment' ? -moved : moved
  return {amount: given, change: given - moved, left: rules.balance.balance + signed}
}
