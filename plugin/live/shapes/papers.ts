import type {
  Bill,
  BillBalance,
  BillDraft,
  CreditNote,
  CustomerAccount,
  Payment,
} from '../../domain/documents.ts'
import {
  boolean,
  day,
  defineShape,
  integer,
  list,
  object,
  oneOf,
  optional,
  reference,
  sums,
  text,
  time,
} from '../shape.ts'
import {actor, command, correction, lineFields, totals} from './parts.ts'

const method = oneOf('cash', 'card', 'upi', 'bankTransfer', 'other', 'customerCredit')

export const billShape = defineShape<Bill>('bill', {
  number: text,
  series: text,
  sequence: integer,
  customer: optional(reference),
  customerName: optional(text),
  serviceType: oneOf('sale', 'repair', 'installation', 'maintenance', 'custom'),
  lines: list(object(lineFields)),
  totals,
  currency: text,
  dueDate: day,
  day,
  issuedAt: time,
  occurredAt: time,
  issuedBy: actor,
  reference: optional(text),
  notes: optional(text),
  entries: optional(list(text)),
  command,
})

export const billBalanceShape = defineShape<BillBalance>('billBalance', {
  bill: reference,
  number: text,
  customer: optional(reference),
  customerName: optional(text),
  total: integer,
  paid: integer,
  credited: integer,
  balance: integer,
  dueDate: day,
  day,
  creditedLines: optional(list(object({_key: text, quantity: integer, amount: integer}))),
  paidByMethod: optional(sums),
  void: optional(object({at: text, by: actor, reason: text})),
  correction: optional(correction),
})

export const paymentShape = defineShape<Payment>('payment', {
  bill: optional(reference),
  creditNote: optional(reference),
  customer: optional(reference),
  method,
  amount: integer,
  change: optional(integer),
  at: time,
  day,
  by: actor,
  reference: optional(text),
  command: optional(command),
})

export const customerAccountShape = defineShape<CustomerAccount>('customerAccount', {
  customer: reference,
  owed: integer,
  credit: integer,
  correction: optional(correction),
})

export const creditNoteShape = defineShape<CreditNote>('creditNote', {
  number: text,
  series: text,
  sequence: integer,
  bill: optional(reference),
  billNumber: optional(text),
  customer: optional(reference),
  customerName: optional(text),
  lines: list(object({...lineFields, billLine: optional(text), restock: boolean})),
  totals,
  currency: text,
  reason: text,
  day,
  issuedAt: time,
  occurredAt: time,
  issuedBy: actor,
  reference: optional(text),
  entries: optional(list(text)),
  command,
})

export const billDraftShape = defineShape<BillDraft>('billDraft', {
  title: optional(text),
  content: text,
  parkedAt: time,
  by: actor,
  command,
})
