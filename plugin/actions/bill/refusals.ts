import type {BillBalance} from '../../domain/documents.ts'
import {message} from '../shared/messages.ts'
import type {Message} from '../shared/messages.ts'

/** Why something cannot be done with a bill now; absent: nothing stands against it. `bill` as it is stored. */
export type BillRefusal = (
  balance: BillBalance,
  bill: Readonly<Record<string, unknown>>,
) => Message | undefined

const isVoid = (balance: BillBalance) => balance.void !== undefined

export const refusePayment: BillRefusal = (balance) => {
  if (isVoid(balance)) return message('action.disabled.void')
  return balance.balance > 0 ? undefined : message('action.disabled.nothing-due')
}

export const refuseRefund: BillRefusal = (balance) => {
  if (isVoid(balance)) return message('action.disabled.void')
  return balance.paid > 0 ? undefined : message('action.disabled.nothing-paid')
}

export const refuseCredit: BillRefusal = (balance, bill) => {
  if (isVoid(balance)) return message('action.disabled.void')
  return linesOf(bill).every((line) => isCredited(line, balance))
    ? message('action.disabled.all-credited')
    : undefined
}

export const refuseVoid: BillRefusal = (balance, bill) =>
  isVoid(balance) ? message('action.disabled.void') : refuseCredit(balance, bill)

interface StoredLine {
  _key: string
  quantity: number
}

function linesOf({lines}: Readonly<Record<string, unknown>>): readonly StoredLine[] {
  return Array.isArray(lines) ? lines.filter(isLine) : []
}

function isLine(line: unknown): line is StoredLine {
  return (
    typeof line === 'object' &&
    line !== null &&
    '_key' in line &&
    typeof line._key === 'string' &&
    'quantity' in line &&
    typeof line.quantity === 'number'
  )
}

function isCredited(line: StoredLine, {creditedLines}: BillBalance): boolean {
  const credited = creditedLines?.find(({_key}) => _key === line._key)?.quantity ?? 0
  return credited >= line.quantity
}
