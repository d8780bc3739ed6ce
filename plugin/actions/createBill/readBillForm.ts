import {computeTotals, discountOf, sumOf} from '../../domain/billTotals.ts'
import type {BillAmounts, LineAmounts} from '../../domain/billTotals.ts'
import {isDay} from '../../domain/calendar.ts'
import type {Product} from '../../domain/documents.ts'
import type {ShopSettingsValues} from '../../domain/options.ts'
import type {CreateBillCommand, Discount} from '../../operations/commands.ts'
import type {Message} from '../shared/messages.ts'
import {message} from '../shared/messages.ts'
import type {BillForm, FormLine} from './billForm.ts'
import {isMessage, readDiscount, readLine} from './readLine.ts'
import type {ReadLine} from './readLine.ts'
import {readPayments} from './readPayments.ts'
import type {ReadPayments} from './readPayments.ts'

export interface ReadBillLine extends ReadLine {
  /** Absent while something is wrong with the line. */
  amounts?: LineAmounts
}

/** The bill as it stands: totals of the lines that are right so far, and what is wrong with the others. */
export interface ReadBill {
  /** By line id. */
  lines: ReadonlyMap<string, ReadBillLine>
  totals: BillAmounts
  payments: ReadPayments
  errors: {lines?: Message; discount?: Message; dueDate?: Message}
  /** Present when nothing is wrong: what to issue, without its key. */
  command?: Omit<CreateBillCommand, 'key'>
}

export interface BillSources {
  products: ReadonlyMap<string, Product>
  settings: ShopSettingsValues
  /** What the customer has to spend, minor units; absent: nothing. */
  credit?: number
}

/** Reads the typed bill with the same arithmetic as the operation that will issue it. */
export function readBillForm(form: BillForm, sources: BillSources): ReadBill {
  const {currency} = sources.settings
  const read = form.lines.map((line) => ({
    line,
    result: readLine(line, productOf(line, sources), currency),
  }))
  const good = read.filter(({result}) => result.input !== undefined)
  const priced = good.map(({line, result}) => priceLine(line, result, sources))
  const before = computeTotals(priced, undefined, rulesOf(sources.settings))
  const base = sumOf(before.lines.map(({gross, discount}) => gross - discount))
  const discount = readBillDiscount(form.discount, currency, base)
  const {lines: amounts, totals} = computeTotals(
    priced,
    isMessage(discount) ? undefined : discount,
    rulesOf(sources.settings),
  )
  const amountsOf = new Map(good.map(({line}, index) => [line.id, amounts[index]]))
  const payments = readPayments(form.payments, totals.total, currency, sources.credit)
  const errors: ReadBill['errors'] = {
    ...(form.lines.length === 0 ? {lines: message('bill-error.no-lines')} : {}),
    ...(isMessage(discount) ? {discount} : {}),
    ...(form.dueDate !== '' && !isDay(form.dueDate)
      ? {dueDate: message('bill-error.due-date')}
      : {}),
  }
  const complete =
    good.length === form.lines.length &&
    Object.keys(errors).length === 0 &&
    payments.errors.size === 0
  return {
    lines: new Map(
      read.map(({line, result}) => [line.id, {...result, amounts: amountsOf.get(line.id)}]),
    ),
    totals,
    payments,
    errors,
    ...(complete && !isMessage(discount)
      ? {
          command: toCommand(
            form,
            read.map(({result}) => result),
            discount,
            payments,
          ),
        }
      : {}),
  }
}

function toCommand(
  form: BillForm,
  lines: readonly ReadLine[],
  discount: Discount | undefined,
  payments: ReadPayments,
): Omit<CreateBillCommand, 'key'> {
  return {
    ...(form.customer === undefined ? {} : {customer: form.customer}),
    lines: lines.flatMap(({input}) => (input === undefined ? [] : [input])),
    ...(discount === undefined ? {} : {discount}),
    ...(form.dueDate === '' ? {} : {dueDate: form.dueDate}),
    ...(payments.inputs.length === 0 ? {} : {payments: payments.inputs}),
    ...(payments.change === 0 ? {} : {overpayment: overpaymentOf(form)}),
    ...(form.draft === undefined ? {} : {draft: form.draft}),
    serviceType: form.serviceType,
    ...(form.notes.trim() === '' ? {} : {notes: form.notes.trim()}),
  }
}

/** A walk-in keeps no credit. */
function overpaymentOf({customer, overpayment}: BillForm): BillForm['overpayment'] {
  return customer === undefined ? 'change' : overpayment
}

function readBillDiscount(
  text: string,
  currency: string,
  base: number,
): Discount | undefined | Message {
  const discount = readDiscount(text, currency)
  if (discount === undefined || isMessage(discount)) return discount
  return discountOf(base, discount) > base ? message('bill-error.discount-too-high') : discount
}

function productOf(line: FormLine, {products}: BillSources): Product | undefined {
  return line.product === undefined ? undefined : products.get(line.product)
}

function priceLine(line: FormLine, {input, unit}: ReadLine, sources: BillSources) {
  return {
    quantity: input?.quantity ?? 0,
    unitPrice: input?.unitPrice ?? 0,
    unit,
    taxRate: productOf(line, sources)?.taxRate ?? sources.settings.tax.defaultRate,
    discount: input?.discount,
  }
}

function rulesOf(settings: ShopSettingsValues) {
  return {
    taxIncluded: settings.tax.included,
    taxRounding: settings.tax.rounding,
    cashRounding: settings.cashRounding,
  }
}
