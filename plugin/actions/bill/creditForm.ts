import type {Bill, BillBalance, BillLine, PaymentMethod} from '../../domain/documents.ts'
import {parseMoney} from '../../domain/money.ts'
import {formatQuantityInput, parseQuantity} from '../../domain/quantity.ts'
import type {CreditCommand} from '../../operations/commands.ts'
import {creditLines} from '../../operations/creditBill.ts'
import {message} from '../shared/messages.ts'
import type {Message} from '../shared/messages.ts'

/** What comes back of one line, as typed. */
export interface CreditFormLine {
  quantity: string
  restock: boolean
}

export interface CreditForm {
  key: string
  /** By `_key` of the bill's line. */
  lines: Readonly<Record<string, CreditFormLine>>
  reason: string
  /** `none`: the bill owes less, no money moves. */
  refund: PaymentMethod | 'none'
  /** Empty: as much as can be paid back. */
  refundAmount: string
}

export interface CreditLineLeft {
  line: BillLine
  /** Not credited yet, smallest steps. */
  left: number
  /** It moved stock when it was sold. */
  isStocked: boolean
}

export interface ReadCredit {
  errors: {lines?: Message; reason?: Message; refundAmount?: Message}
  /** By `_key` of the bill's line. */
  lineErrors: ReadonlyMap<string, Message>
  /** Of the credit note, minor units; 0 while nothing is chosen. */
  total: number
  /** The most that can be paid back, minor units. */
  mostRefund: number
  command?: CreditCommand
}

export function linesLeft(bill: Bill, balance: BillBalance): readonly CreditLineLeft[] {
  return bill.lines.map((line) => {
    const before = balance.creditedLines?.find(({_key}) => _key === line._key)?.quantity ?? 0
    const isStocked = line.cost !== undefined && line.product !== undefined
    return {line, left: line.quantity - before, isStocked}
  })
}

/** The credit as typed, with the arithmetic of the operation that will write it. */
export function readCreditForm(
  form: CreditForm,
  {bill, balance}: {bill: Bill; balance: BillBalance},
  cashRounding: number,
): ReadCredit {
  const lineErrors = new Map<string, Message>()
  const lines = linesLeft(bill, balance).flatMap(({line, left, isStocked}) => {
    const typed = form.lines[line._key]
    if (typed === undefined || typed.quantity.trim() === '') return []
    const quantity = parseQuantity(typed.quantity, line.unit)
    if (quantity === 0) return []
    if (quantity === undefined || quantity < 0 || quantity > left) {
      lineErrors.set(line._key, message('credit-form.error.quantity'))
      return []
    }
    return [{line: line._key, quantity, restock: isStocked && typed.restock}]
  })
  const reason = form.reason.trim()
  const base = {key: form.key, bill: bill._id, lines, reason}
  const total = lines.length === 0 ? 0 : creditLines(base, bill, balance, cashRounding).totals.total
  const mostRefund = Math.max(0, Math.min(total, balance.paid))
  const refund = readRefund(form, mostRefund, bill.currency)
  const errors: ReadCredit['errors'] = {
    ...(lines.length === 0 ? {lines: message('credit-form.error.lines')} : {}),
    ...(reason === '' ? {reason: message('credit-form.error.reason')} : {}),
    ...(refund === undefined ? {refundAmount: message('credit-form.error.refund')} : {}),
  }
  const isComplete = Object.keys(errors).length === 0 && lineErrors.size === 0
  if (!isComplete || refund === undefined) return {errors, lineErrors, total, mostRefund}
  const paidBack = refund.amount === 0 ? {} : {refund}
  return {errors, lineErrors, total, mostRefund, command: {...base, ...paidBack}}
}

/** `undefined` when the amount is none or more than can be paid back; amount 0: no money moves. */
function readRefund(
  {refund, refundAmount}: CreditForm,
  most: number,
  currency: string,
): {method: PaymentMethod; amount: number} | undefined {
  if (refund === 'none') return {method: 'cash', amount: 0}
  const amount = refundAmount.trim() === '' ? most : parseMoney(refundAmount, currency)
  if (amount === undefined || amount < 0 || amount > most) return undefined
  return {method: refund, amount}
}

/** Everything that is left, back into stock. */
export function creditAll(bill: Bill, balance: BillBalance): CreditForm['lines'] {
  return Object.fromEntries(
    linesLeft(bill, balance)
      .filter(({left}) => left > 0)
      .map(({line, left}) => [
        line._key,
        {quantity: formatQuantityInput(left, line.unit), restock: true},
      ]),
  )
}
