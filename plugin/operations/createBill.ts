import {dayOf} from '../domain/calendar.ts'
import {billChange, paymentChange, sumChanges} from '../domain/daySums.ts'
import type {Bill, BillBalance, Draft, Payment, StockTransaction} from '../domain/documents.ts'
import {billBalanceId, customerAccountId, idFromKey} from '../domain/ids.ts'
import {customerCreditOf} from '../domain/receivables.ts'
import {accountOf, moveAccount} from './accounts.ts'
import {approveCosts, approveDiscounts} from './approve.ts'
import {checkCreditLimit} from './checkCreditLimit.ts'
import {priceBill} from './priceBill.ts'
import type {CreateBillCommand, CreateBillResult} from './commands.ts'
import {createBillSchema} from './commandSchemas.ts'
import {discardDraft} from './discardDraft.ts'
import {dueDay} from './dueDay.ts'
import {customerOf, requireBuyer} from './customer.ts'
import {nextNumber, seriesIdFor} from './nextNumber.ts'
import {occurrenceOf} from './occurrence.ts'
import type {Operation} from './operation.ts'
import {addToMethods, draftPayments, forBill} from './payments.ts'
import type {PaymentDraftInput} from './payments.ts'
import {postStock} from './postStock.ts'
import {weakReference} from './weakReference.ts'
import {attributeIds, productIds} from './products.ts'
import type {Snapshot} from './snapshot.ts'
import {soldMovements, withCosts} from './soldStock.ts'
import {settlePayments} from './settlePayments.ts'
import {summariseDay} from './summariseDay.ts'
import {goneResult, requireEntries} from './replayEntries.ts'

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
      ...(command.customer === undefined ? [] : [customerAccountId(command.customer)]),
      ...productIds(products, snapshot),
      ...attributeIds(products, snapshot),
    ]
  },
  recordOf: (command, snapshot) => snapshot.find('bill', rootId(command))?.command,
  replay(command, snapshot) {
    const bill = snapshot.find('bill', rootId(command))
    if (bill === undefined) throw goneResult('its bill')
    return {bill, entries: requireEntries(bill.entries, snapshot), warnings: []}
  },
  plan(command, snapshot, context) {
    const occurredAt = occurrenceOf(command.occurredAt, context.now)
    const day = dayOf(occurredAt, context.settings.timeZone)
    const priced = priceBill(command, snapshot, context)
    approveDiscounts(priced.lines, snapshot, context)
    const numbered = nextNumber('bill', snapshot, context)
    const root = rootId(command)
    const buyer = requireBuyer(command.customer, snapshot)
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
    approveCosts(lines, context)
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
      dueDate: dueDay(command.dueDate, day, buyer, context),
      day,
      issuedAt: context.now,
      occurredAt,
      issuedBy: context.actor,
      ...(command.reference === undefined ? {} : {reference: command.reference}),
      ...(command.notes === undefined ? {} : {notes: command.notes}),
      entries: posted.entries.map((entry) => entry._id),
      command: context.command,
    }
    const payments = draftPayments(settleBill(command, bill, snapshot), {
      key: command.key,
      bill: root,
      customer: bill.customer,
      at: occurredAt,
      context,
    })
    const balance = openBalance(bill, forBill(payments))
    const warning = checkCreditLimit(command.customer, balance.balance, snapshot, context)
    const credit = customerCreditOf(payments)
    const isGuarded =
      credit < 0 || (warning !== undefined && context.settings.creditPolicy !== 'warn')
    return {
      mutations: [
        {create: bill},
        {create: balance},
        ...payments.map((payment) => ({create: payment})),
        numbered.mutation,
        ...posted.mutations,
        ...moveAccount(bill.customer, {owed: balance.balance, credit}, snapshot, isGuarded),
        ...discardDraft(command.draft, snapshot),
        ...summariseDay(
          day,
          sumChanges(billChange(bill, context.settings.timeZone), paymentChange(payments)),
        ),
      ],
      result: (stamp) => ({
        bill: {...bill, ...stamp},
        entries: posted.entries.map((entry): StockTransaction => ({...entry, ...stamp})),
        warnings: warning === undefined ? [] : [warning],
      }),
    }
  },
}

function settleBill(
  command: CreateBillCommand,
  {totals, currency, customer}: Draft<Bill>,
  snapshot: Snapshot,
): PaymentDraftInput[] {
  return settlePayments(command.payments ?? [], {
    path: 'payments',
    due: totals.total,
    currency,
    overpayment: command.overpayment ?? 'refuse',
    hasCustomer: customer !== undefined,
    credit: accountOf(customer, snapshot)?.credit ?? 0,
  })
}

function openBalance(bill: Draft<Bill>, payments: readonly Draft<Payment>[]): Draft<BillBalance> {
  const {total} = bill.totals
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0)
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
