import type {BadgeTone} from './tones.ts'
import {isOverdue} from '../../domain/alerts.ts'
import type {StockState} from '../../domain/alerts.ts'
import type {BillBalance} from '../../domain/documents.ts'

export type BillState = 'paid' | 'partial' | 'unpaid' | 'overdue' | 'void' | 'credited'

/** What a bill's badge says on the shop's calendar `day`. */
export function billState(balance: BillBalance, day: string): BillState {
  if (balance.void !== undefined) return 'void'
  if (balance.balance <= 0) {
    return balance.credited > 0 && balance.paid <= 0 ? 'credited' : 'paid'
  }
  if (isOverdue(balance, day)) return 'overdue'
  return balance.paid > 0 || balance.credited > 0 ? 'partial' : 'unpaid'
}

export const billTones: Readonly<Record<BillState, BadgeTone>> = {
  paid: 'positive',
  partial: 'caution',
  unpaid: 'neutral',
  overdue: 'critical',
  void: 'default',
  credited: 'default',
}

export const stockTones: Readonly<Record<StockState, BadgeTone>> = {
  untracked: 'default',
  enough: 'positive',
  low: 'caution',
  out: 'critical',
  negative: 'critical',
}
