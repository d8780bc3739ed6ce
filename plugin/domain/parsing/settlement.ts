import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {BillBalance, CustomerAccount, Payment} from '../documents.ts'
import {
  actor,
  command,
  correction,
  integer,
  method,
  optionalText,
  stored,
  text,
  weakReference,
  day,
  time,
} from './parts.ts'

export const billBalanceSchema: GenericSchema<unknown, BillBalance> = v.looseObject({
  ...stored,
  _type: v.literal('billBalance'),
  bill: weakReference,
  number: text,
  customer: v.optional(weakReference),
  customerName: optionalText,
  total: integer,
  paid: integer,
  credited: integer,
  balance: integer,
  dueDate: day,
  day,
  creditedLines: v.optional(v.array(v.object({_key: text, quantity: integer, amount: integer}))),
  paidByMethod: v.optional(
    v.object({
      cash: v.optional(integer),
      card: v.optional(integer),
      upi: v.optional(integer),
      bankTransfer: v.optional(integer),
      other: v.optional(integer),
      customerCredit: v.optional(integer),
    }),
  ),
  void: v.optional(
    v.object({
      at: time,
      by: actor,
      reason: text,
      entries: v.optional(v.array(text)),
      command: v.optional(command),
    }),
  ),
  correction: v.optional(correction),
})

export const paymentSchema: GenericSchema<unknown, Payment> = v.looseObject({
  ...stored,
  _type: v.literal('payment'),
  bill: v.optional(weakReference),
  creditNote: v.optional(weakReference),
  customer: v.optional(weakReference),
  method,
  amount: integer,
  change: v.optional(integer),
  at: time,
  day,
  by: actor,
  reference: optionalText,
  command: v.optional(command),
})

export const customerAccountSchema: GenericSchema<unknown, CustomerAccount> = v.looseObject({
  ...stored,
  _type: v.literal('customerAccount'),
  customer: weakReference,
  owed: integer,
  credit: integer,
  correction: v.optional(correction),
})
