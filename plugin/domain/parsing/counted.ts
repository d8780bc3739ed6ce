import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {CountedBill, CountedCreditNote} from '../analytics/soldProducts.ts'
import {billLine, creditNoteLine} from './papers.ts'
import {integer, text, weakReference} from './parts.ts'

/** Answers to queries with a projection: what is absent comes as `null`. */
const buyer = {customer: v.nullish(weakReference), customerName: v.nullish(text)}

export const countedBillSchema: GenericSchema<unknown, CountedBill> = v.object({
  _id: text,
  ...buyer,
  totals: v.object({total: integer, taxIncluded: v.boolean()}),
  lines: v.array(billLine),
})

export const countedCreditNoteSchema: GenericSchema<unknown, CountedCreditNote> = v.object({
  _id: text,
  ...buyer,
  totals: v.object({total: integer}),
  lines: v.array(creditNoteLine),
})

export const canceledBillSchema = v.object({
  _id: text,
  bill: text,
  credited: integer,
  creditedLines: v.nullish(v.array(v.object({_key: text, quantity: integer, amount: integer}))),
})

export const customerDaySchema = v.object({_id: text, customer: text, day: text})
