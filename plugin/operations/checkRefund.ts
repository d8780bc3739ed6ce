import type {BillBalance, CreditNote, Draft} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {formatMoney} from '../domain/money.ts'

/** A refund is at most what the note credits and, with a bill, at most what was paid. @throws InvalidCommandError */
export function checkRefund(
  amount: number,
  note: Draft<CreditNote>,
  balance: BillBalance | undefined,
): void {
  const limit = Math.min(note.totals.total, balance?.paid ?? note.totals.total)
  if (amount <= limit) return
  const message = `is too much: at most ${formatMoney(limit, note.currency)} can be paid back`
  throw new InvalidCommandError(`Nothing was saved: the refund ${message}.`, [
    {path: 'refund.amount', message},
  ])
}
