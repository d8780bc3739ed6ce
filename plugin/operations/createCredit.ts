import {dayOf} from '../domain/calendar.ts'
import {creditChange, paymentChange, sumChanges} from '../domain/daySums.ts'
import type {
  BillBalance,
  CreditNote,
  Draft,
  Payment,
  StockTransaction,
} from '../domain/documents.ts'
import {billBalanceId, idFromKey} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {balanceOf, customerCreditOf} from '../domain/receivables.ts'
import {moveAccount} from './accounts.ts'
import {checkRefund} from './checkRefund.ts'
import type {CreditCommand, PaymentInput} from './commands.ts'
import {creditSchema} from './commandSchemas.ts'
import {creditLines} from './creditBill.ts'
import type {CreditedLines} from './creditBill.ts'
import {freeCredit, returnMovements} from './creditFree.ts'
import {customerOf} from './customer.ts'
import {nextNumber, seriesIdFor} from './nextNumber.ts'
import {returnOccurrence} from './occurrence.ts'
import type {Operation, PlanContext} from './operation.ts'
import {addToMethods, draftPayments} from './payments.ts'
import {postStock} from './postStock.ts'
import {weakReference} from './weakReference.ts'
import type {StockMovement} from './stockMovement.ts'
import {attributeIds, productIds} from './products.ts'
import {approveRefund} from './refundPayment.ts'
import {goneResult, requireEntries} from './replayEntries.ts'
import {requireBill} from './requireBill.ts'
import {levelIds, restockMovements} from './restock.ts'
import type {Snapshot} from './snapshot.ts'
import {withCosts} from './soldStock.ts'
import {summariseDay} from './summariseDay.ts'

interface CreditResult {
  creditNote: CreditNote
  entries: readonly StockTransaction[]
}

type CreditContent = Pick<CreditNote, 'lines' | 'totals' | 'currency'> &
  Partial<Pick<CreditNote, 'bill' | 'billNumber' | 'customer' | 'customerName'>> & {
    movements: StockMovement[]
    /** What the note changes of its bill's balance. */
    settles?: {balance: BillBalance; creditedLines: CreditedLines}
  }

const rootId = (command: CreditCommand) => idFromKey('creditNote', command.key)

/** Takes goods or services back: against a bill, line by line, or without a bill. */
export const createCredit: Operation<CreditCommand, CreditResult> = {
  name: 'bills.credit',
  schema: creditSchema,
  ids(command, snapshot, context) {
    const root = rootId(command)
    const done = snapshot.find('creditNote', root)
    if (done !== undefined) return [root, ...(done.entries ?? [])]
    return [root, seriesIdFor('creditNote', context), ...sourceIds(command, snapshot)]
  },
  recordOf: (command, snapshot) => snapshot.find('creditNote', rootId(command))?.command,
  replay(command, snapshot) {
    const creditNote = snapshot.find('creditNote', rootId(command))
    if (creditNote === undefined) throw goneResult('its credit note')
    return {creditNote, entries: requireEntries(creditNote.entries, snapshot)}
  },
  plan(command, snapshot, context) {
    const {movements, settles, ...content} = contentOf(command, snapshot, context)
    const bill = command.bill === undefined ? undefined : snapshot.find('bill', command.bill)
    const occurredAt = returnOccurrence(command.occurredAt, bill, context)
    const numbered = nextNumber('creditNote', snapshot, context)
    const root = rootId(command)
    const posted = postStock(
      movements,
      {
        kind: 'return',
        source: {id: root, label: numbered.number},
        reason: command.reason,
        occurredAt,
        isBackdated: command.occurredAt !== undefined,
      },
      snapshot,
      context,
    )
    const note = withFreeCosts(command, posted.values, {
      _id: root,
      _type: 'creditNote',
      number: numbered.number,
      series: numbered.series,
      sequence: numbered.sequence,
      ...content,
      reason: command.reason,
      day: dayOf(occurredAt, context.settings.timeZone),
      issuedAt: context.now,
      occurredAt,
      issuedBy: context.actor,
      ...(command.reference === undefined ? {} : {reference: command.reference}),
      entries: posted.entries.map((entry) => entry._id),
      command: context.command,
    })
    const payments = refunds(command, note, settles?.balance, context)
    const change = {
      owed: settles === undefined ? 0 : settledBalance(settles.balance, note, payments).change,
      credit: customerCreditOf(payments),
    }
    return {
      mutations: [
        {create: note},
        ...(settles === undefined ? [] : [settle(settles, note, payments)]),
        ...payments.map((payment) => ({create: payment})),
        numbered.mutation,
        ...posted.mutations,
        ...moveAccount(note.customer, change, snapshot, false),
        ...summariseDay(note.day, sumChanges(creditChange(note), paymentChange(payments))),
      ],
      result: (stamp) => ({
        creditNote: {...note, ...stamp},
        entries: posted.entries.map((entry) => ({...entry, ...stamp})),
      }),
    }
  },
}

function sourceIds(command: CreditCommand, snapshot: Snapshot): string[] {
  if (command.bill === undefined) {
    const products = command.lines.map((line) => line.product)
    const customer = command.customer === undefined ? [] : [command.customer]
    return [...customer, ...productIds(products, snapshot), ...attributeIds(products, snapshot)]
  }
  const keys = new Set(command.lines.map((line) => line.line))
  const lines = snapshot.find('bill', command.bill)?.lines.filter((line) => keys.has(line._key))
  return [command.bill, billBalanceId(command.bill), ...levelIds(lines ?? [])]
}

function contentOf(
  command: CreditCommand,
  snapshot: Snapshot,
  context: PlanContext,
): CreditContent {
  if (command.bill === undefined) {
    const {lines, totals} = freeCredit(command, snapshot, context)
    const customer = customerOf(command.customer, snapshot)
    const movements = returnMovements(lines, snapshot)
    return {lines, totals, currency: context.settings.currency, ...customer, movements}
  }
  const {bill, balance} = requireBill(snapshot, command.bill)
  const credit = creditLines(command, bill, balance, context.settings.cashRounding)
  const restocked = credit.lines.filter((line) => line.restock)
  return {
    lines: credit.lines,
    totals: credit.totals,
    currency: bill.currency,
    bill: weakReference(bill._id),
    billNumber: bill.number,
    ...(bill.customer === undefined ? {} : {customer: bill.customer}),
    ...(bill.customerName === undefined ? {} : {customerName: bill.customerName}),
    movements: restockMovements(
      restocked.map((line) => ({line, quantity: line.quantity, cost: line.cost ?? 0})),
    ),
    settles: {balance, creditedLines: credit.creditedLines},
  }
}

/** Goods returned without a bill come back at the cost that their posting found. */
function withFreeCosts(
  command: CreditCommand,
  values: ReadonlyMap<string, number>,
  note: Draft<CreditNote>,
): Draft<CreditNote> {
  if (command.bill !== undefined) return note
  const incoming = new Map([...values].map(([id, value]) => [id, -value]))
  const restocked = note.lines.filter((line) => line.restock)
  const costs = new Map(withCosts(restocked, incoming).map((line) => [line._key, line.cost]))
  const lines = note.lines.map((line) => {
    const cost = costs.get(line._key)
    return cost === undefined ? line : {...line, cost}
  })
  const cost = lines.reduce((sum, line) => sum + (line.cost ?? 0), 0)
  return {...note, lines, totals: {...note.totals, cost}}
}

function refunds(
  command: CreditCommand,
  note: Draft<CreditNote>,
  balance: BillBalance | undefined,
  context: PlanContext,
): Draft<Payment>[] {
  if (command.refund !== undefined) {
    checkRefund(command.refund, note, balance)
    approveRefund(command.refund.method, context)
  }
  const source = balance === undefined ? {} : {bill: balance.bill._ref}
  return draftPayments(refundInputs(command, note), {
    key: command.key,
    creditNote: note._id,
    customer: note.customer,
    ...source,
    at: note.occurredAt,
    context,
  })
}

/** Without a bill to set it against, what is not paid back stays the customer's credit. */
function refundInputs({bill, refund}: CreditCommand, note: Draft<CreditNote>): PaymentInput[] {
  const paid = refund === undefined ? [] : [{method: refund.method, amount: -refund.amount}]
  const rest = note.totals.total - (refund?.amount ?? 0)
  if (bill !== undefined || note.customer === undefined || rest === 0) return paid
  return [...paid, {method: 'customerCredit', amount: -rest}]
}

function settledBalance(
  balance: BillBalance,
  note: Draft<CreditNote>,
  payments: readonly Draft<Payment>[],
) {
  const credited = balance.credited + note.totals.total
  const paid = balance.paid + payments.reduce((sum, payment) => sum + payment.amount, 0)
  const next = balanceOf({...balance, credited, paid})
  return {credited, paid, balance: next, change: next - balance.balance}
}

function settle(
  {balance, creditedLines}: {balance: BillBalance; creditedLines: CreditedLines},
  note: Draft<CreditNote>,
  payments: readonly Draft<Payment>[],
): ShopMutation {
  const {credited, paid, balance: next} = settledBalance(balance, note, payments)
  const paidByMethod = addToMethods(balance.paidByMethod, payments)
  const set = {credited, paid, balance: next, creditedLines, paidByMethod}
  return {patch: {id: balance._id, ifRevisionID: balance._rev, set}}
}
