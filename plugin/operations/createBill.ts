import {addDays, dayOf} from '../domain/calendar.ts'
import {billChange, paymentChange, sumChanges} from '../domain/daySums.ts'
import type {Bill, BillBalance, Draft, Payment, StockTransaction} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {billBalanceId, idFromKey} from '../domain/ids.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {priceBill} from './priceBill.ts'
import type {CreateBillCommand, CreateBillResult} from './commands.ts'
import {createBillSchema} from './commandSchemas.ts'
import {customerOf} from './customer.ts'
import {nextNumber, seriesIdFor} from './nextNumber.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {addToMethods, draftPayments} from './payments.ts'
import {postStock, weakReference} from './postStock.ts'
import {attributeIds, productIds} from './products.ts'
import type {Snapshot} from './snapshot.ts'
import {soldMovements, withCosts} from './soldStock.ts'
import {summariseDay} from './summariseDay.ts'
import {requireEntries} from './replayEntries.ts'

const rootId = (command: CreateBillCommand) => idFromKey('bill', command.key)

const productsOf = (command: CreateBillCommand) =>
  command.lines.flatMap((line) => ('product' in line ? [line.product] : []))

/** Issues a bill: number, balance, payments, stock and the day's sums in one transaction. */
export const createBill: Operation<CreateBillCommand, CreateBillResult> = {
  name: 'bills.create',
  schema: createBillSchema,
  ids(command, snapshot, context) {
    const root = rootId(command)
    if (snapshot.has(root)) return [root, ...(snapshot.find('bill', root)?.entries ?? [])]
    const products = productsOf(command)
    return [
      root,
      seriesIdFor('bill', context),
      ...[command.customer, command.draft].filter((id) => id !== undefined),
      ...productIds(products, snapshot),
      ...attributeIds(products, snapshot),
    ]
  },
  recordOf: (command, snapshot) => snapshot.find('bill', rootId(command))?.command,
  replay(command, snapshot) {
    const bill = snapshot.find('bill', rootId(command))
    if (bill === undefined) throw new ShopError('not-found', 'The bill is not there any more.')
    return {bill, entries: requireEntries(bill.entries, snapshot)}
  },
  plan(command, snapshot, context) {
    const occurredAt = occurrenceOf(command.occurredAt, context.now)
    const day = dayOf(occurredAt, context.settings.timeZone)
    const priced = priceBill(command, snapshot, context)
    const numbered = nextNumber('bill', snapshot, context)
    const root = rootId(command)
    const posted = postStock(
      soldMovements(priced.lines, snapshot),
      {
        kind: 'sale',
        source: {id: root, label: numbered.number},
        reason: 'sold',
        occurredAt,
        isBackdated: command.occurredAt !== undefined,
      },
      snapshot,
      context,
    )
    const lines = withCosts(priced.lines, posted.values)
    const bill: Draft<Bill> = {
      _id: root,
      _type: 'bill',
      number: numbered.number,
      series: numbered.series,
      sequence: numbered.sequence,
      ...customerOf(command.customer, snapshot),
      serviceType: command.serviceType ?? 'sale',
      lines,
      totals: {...priced.totals, cost: lines.reduce((sum, line) => sum + (line.cost ?? 0), 0)},
      currency: context.settings.currency,
      dueDate: command.dueDate ?? addDays(day, context.settings.paymentTermDays),
      day,
      issuedAt: context.now,
      occurredAt,
      issuedBy: context.actor,
      ...(command.reference === undefined ? {} : {reference: command.reference}),
      ...(command.notes === undefined ? {} : {notes: command.notes}),
      entries: posted.entries.map((entry) => entry._id),
      command: context.command,
    }
    const payments = draftPayments(command.payments ?? [], {
      key: command.key,
      bill: root,
      at: occurredAt,
      context,
    })
    return {
      mutations: [
        {create: bill},
        {create: openBalance(bill, payments)},
        ...payments.map((payment) => ({create: payment})),
        numbered.mutation,
        ...posted.mutations,
        ...discardDraft(command.draft, snapshot),
        ...summariseDay(
          day,
          sumChanges(billChange(bill, context.settings.timeZone), paymentChange(payments)),
        ),
      ],
      result: (stamp) => ({
        bill: {...bill, ...stamp},
        entries: posted.entries.map((entry): StockTransaction => ({...entry, ...stamp})),
      }),
    }
  },
}

function openBalance(bill: Draft<Bill>, payments: readonly Draft<Payment>[]): Draft<BillBalance> {
  const {total} = bill.totals
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0)
  if (paid > total) {
    const message = `is ${paid - total} minor units more than the bill's total`
    throw new InvalidCommandError(
      `Nothing was saved: the payments (${paid}) are more than the total (${total}); enter what is kept, not what was handed over.`,
      [{path: 'payments', message}],
    )
  }
  return {
    _id: billBalanceId(bill._id),
    _type: 'billBalance',
    bill: weakReference(bill._id),
    number: bill.number,
    ...(bill.customer === undefined ? {} : {customer: bill.customer}),
    ...(bill.customerName === undefined ? {} : {customerName: bill.customerName}),
    total,
    paid,
    credited: 0,
    balance: total - paid,
    dueDate: bill.dueDate,
    day: bill.day,
    paidByMethod: addToMethods(undefined, payments),
  }
}

function discardDraft(draft: string | undefined, snapshot: Snapshot): ShopMutation[] {
  if (draft === undefined) return []
  if (snapshot.find('billDraft', draft) === undefined) {
    throw new ShopError(
      'not-found',
      'This parked sale is gone: it was issued or discarded elsewhere. Nothing was saved.',
    )
  }
  return [{delete: {id: draft}}]
}
