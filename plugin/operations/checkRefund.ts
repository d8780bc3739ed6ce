import type {BillBalance, CreditNote, Draft, PaymentMethod} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {Reason} from '../domain/errors.ts'
import {formatMoney} from '../domain/money.ts'

/** A refund is at most what the note credits and, with a bill, at most what was paid. @throws InvalidCommandError */
export function checkRefund(
  {amount, method}: {amount: number; method: PaymentMethod},
  note: Draft<CreditNote>,
  balance: BillBalance | undefined,
): void {
  const limit = Math.min(note.totals.total, balance?.paid ?? note.totals.total)
  if (amount > limit) {
    const most = formatMoney(limit, note.currency)
    throw refused('refund.amount', `is too much: at most ${most} can be paid back`, {
      name: 'paid-back-most',
      values: {most},
    })
  }
  if (method === 'customerCredit' && note.customer === undefined) {
    throw refused('refund.method', 'cannot be kept as credit: a walk-in has none', {
      name: 'walk-in-credit',
    })
  }
}

function refused(path: string, message: string, reason: Reason): InvalidCommandError {
  return new InvalidCommandError(`Nothing was saved: the refund ${message}.`, [
    {path, message, reason},
  ])
}
