import {dayOf} from '../domain/calendar.ts'
import {paymentChange, remainingLines, voidChange} from '../domain/daySums.ts'
import type {Bill, BillBalance, PaymentMethod, StockTransaction} from '../domain/documents.ts'
import {billBalanceId, hashText} from '../domain/ids.ts'
import {allocate} from '../domain/money.ts'
import {customerCreditOf} from '../domain/receivables.ts'
import {moveAccount} from './accounts.ts'
import {requireApproval} from './approve.ts'
import type {PaymentInput, VoidCommand} from './commands.ts'
import {voidSchema} from './commandSchemas.ts'
import type {Operation} from './operation.ts'
import {addToMethods, draftPayments} from './payments.ts'
import {postStock} from './postStock.ts'
import {goneResult, requireEntries} from './replayEntries.ts'
import {requireBill} from './requireBill.ts'
import {levelIds, restockMovements} from './restock.ts'
import {summariseDay} from './summariseDay.ts'

interface VoidResult {
  bill: Bill
  entries: readonly StockTransaction[]
}

/**
 * Cancels what credit notes have not: restocks it once, pays back what was paid by the methods it was paid with, and
 * takes it out of the sums of the bill's own day. The bill itself stays as it was issued.
 */
export const voidBill: Operation<VoidCommand, VoidResult> = {
  name: 'bills.void',
  schema: voidSchema,
  ids(command, snapshot) {
    const balance = snapshot.find('billBalance', billBalanceId(command.bill))
    const bill = snapshot.find('bill', command.bill)
    const more = balance?.void === undefined ? levelIds(bill?.lines ?? []) : balance.void.entries
    return [command.bill, billBalanceId(command.bill), ...(more ?? [])]
  },
  recordOf(command, snapshot) {
    const done = snapshot.find('billBalance', billBalanceId(command.bill))?.void?.command
    return done?.key === hashText(command.key) ? done : undefined
  },
  replay(command, snapshot) {
    const bill = snapshot.find('bill', command.bill)
    const balance = snapshot.find('billBalance', billBalanceId(command.bill))
    if (bill === undefined) throw goneResult('the bill')
    return {bill, entries: requireEntries(balance?.void?.entries, snapshot)}
  },
  plan(command, snapshot, context) {
    const {bill, balance} = requireBill(snapshot, command.bill)
    if (context.settings.approvals.void === true) {
      requireApproval('void', `bill ${bill.number} would be cancelled`, context)
    }
    const rest = remainingLines(bill, balance.creditedLines)
    const posted = postStock(
      restockMovements(rest.map(({line, quantity, share}) => ({line, quantity, cost: share.cost}))),
      {
        kind: 'void',
        source: {id: bill._id, label: bill.number},
        reason: command.reason,
        occurredAt: context.now,
        isBackdated: false,
      },
      snapshot,
      context,
    )
    const payments = draftPayments(paybacks(balance), {
      key: command.key,
      bill: bill._id,
      customer: bill.customer,
      at: context.now,
      context,
    })
    const set = {
      balance: 0,
      paid: balance.paid + payments.reduce((sum, payment) => sum + payment.amount, 0),
      paidByMethod: addToMethods(balance.paidByMethod, payments),
      void: {
        at: context.now,
        by: context.actor,
        reason: command.reason,
        entries: posted.entries.map((entry) => entry._id),
        command: context.command,
      },
    }
    return {
      mutations: [
        {patch: {id: balance._id, ifRevisionID: balance._rev, set}},
        ...payments.map((payment) => ({create: payment})),
        ...posted.mutations,
        ...moveAccount(
          balance.customer,
          {owed: -balance.balance, credit: customerCreditOf(payments)},
          snapshot,
          false,
        ),
        ...summariseDay(bill.day, voidChange(bill, balance, context.settings.timeZone)),
        ...summariseDay(dayOf(context.now, context.settings.timeZone), paymentChange(payments)),
      ],
      result: (stamp) => ({
        bill,
        entries: posted.entries.map((entry) => ({...entry, ...stamp})),
      }),
    }
  },
}

/** What is paid goes back by the methods that brought it; a method that has paid back already brings nothing. */
function paybacks({paid, paidByMethod}: BillBalance): PaymentInput[] {
  if (paid <= 0) return []
  const methods: PaymentMethod[] = [
    'cash',
    'card',
    'upi',
    'bankTransfer',
    'customerCredit',
    'other',
  ]
  const weights = methods.map((method) => Math.max(0, paidByMethod?.[method] ?? 0))
  const known = weights.some((weight) => weight > 0)
  const amounts = allocate(paid, known ? weights : [0, 0, 0, 0, 0, 1])
  return methods.flatMap((method, index) => {
    const amount = amounts[index] ?? 0
    return amount === 0 ? [] : [{method, amount: -amount}]
  })
}
