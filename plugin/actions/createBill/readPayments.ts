import {parseMoney} from '../../domain/money.ts'
import type {PaymentInput} from '../../operations/commands.ts'
import type {Message} from '../shared/messages.ts'
import {message} from '../shared/messages.ts'
import type {FormPayment} from './billForm.ts'

export interface ReadPayments {
  inputs: readonly PaymentInput[]
  /** By payment id. */
  errors: ReadonlyMap<string, Message>
  /** What is paid of the bill, minor units. */
  paid: number
  /** What goes back to a customer who gave more cash. */
  change: number
  /** What stays open. */
  open: number
}

/**
 * Payments as typed against the bill's `total`. An empty amount is all that is left, so that "paid in full" follows
 * the lines; cash above the total is change; anything else above it is an error.
 */
export function readPayments(
  payments: readonly FormPayment[],
  total: number,
  currency: string,
): ReadPayments {
  const errors = new Map<string, Message>()
  const inputs: PaymentInput[] = []
  let left = Math.max(0, total)
  let change = 0
  for (const {id, method, amount} of payments) {
    const given = amount.trim() === '' ? left : parseMoney(amount, currency)
    if (given === undefined || given < 0) {
      errors.set(id, message('bill-error.payment'))
      continue
    }
    if (given > left && method !== 'cash') errors.set(id, message('bill-error.overpaid'))
    const taken = Math.min(given, left)
    change += given - taken
    left -= taken
    if (taken > 0) inputs.push({method, amount: taken})
  }
  return {inputs, errors, paid: Math.max(0, total) - left, change, open: left}
}
