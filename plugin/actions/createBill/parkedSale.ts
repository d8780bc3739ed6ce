import * as v from 'valibot'
import type {Bill, BillDraft, Product} from '../../domain/documents.ts'
import {formatMoneyInput, toDecimalText} from '../../domain/money.ts'
import {PIECES} from '../../domain/quantity.ts'
import type {CreateBillCommand, Discount, TypedSale} from '../../operations/commands.ts'
import {emptyBillForm, plain} from './billForm.ts'
import type {BillForm, FormLine} from './billForm.ts'
import {SERVICE_TYPES} from './choices.ts'
import {savedForm} from './savedBillForm.ts'

const discount = v.union([v.object({amount: v.number()}), v.object({rate: v.number()})])
const savedLine = v.object({
  product: v.optional(v.string()),
  name: v.optional(v.string(), ''),
  quantity: v.number(),
  unitPrice: v.optional(v.number()),
  discount: v.optional(discount),
})
const completeSale = v.object({
  customer: v.optional(v.string()),
  lines: v.array(savedLine),
  discount: v.optional(discount),
  dueDate: v.optional(v.string(), ''),
  serviceType: v.optional(v.picklist(SERVICE_TYPES), 'sale'),
  notes: v.optional(v.string(), ''),
})

/** What was not complete is kept as it was typed. */
const typedSale = v.pipe(
  v.object({typed: v.pipe(v.string(), v.parseJson(), savedForm)}),
  v.transform(({typed}) => typed),
)
const savedSale = v.union([typedSale, completeSale])

export type ParkedSale = v.InferOutput<typeof savedSale>

/** What was put aside, or `undefined` when nobody can read it. */
export function readParkedSale({content}: Pick<BillDraft, 'content'>): ParkedSale | undefined {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), savedSale), content)
  return result.success ? result.output : undefined
}

export interface FormSources {
  products: ReadonlyMap<string, Product>
  currency: string
  /** Ids of lines. */
  newId: () => string
}

/** The parked sale as a form again: `key` is a new bill's, `draft` says what it issues. */
export function resumeSale(
  sale: ParkedSale,
  {key, draft, sources}: {key: string; draft: string; sources: FormSources},
): BillForm {
  if ('payments' in sale) return {...sale, key, draft, payments: []}
  const lines = sale.lines.map((line): FormLine => {
    const product = line.product === undefined ? undefined : sources.products.get(line.product)
    const price = line.unitPrice ?? product?.price
    return {
      id: sources.newId(),
      ...(line.product === undefined ? {} : {product: line.product}),
      name: product?.name ?? line.name,
      quantity: plain(line.quantity, product?.unit ?? PIECES),
      price: price === undefined ? '' : formatMoneyInput(price, sources.currency),
      discount: discountText(line.discount, sources.currency),
    }
  })
  return {
    ...emptyBillForm(key, sale.customer),
    lines,
    discount: discountText(sale.discount, sources.currency),
    dueDate: sale.dueDate,
    serviceType: sale.serviceType,
    notes: sale.notes,
    draft,
  }
}

/** The goods of an issued bill once more, at today's prices; what is no longer sold stays a line that says so. */
export function sellAgain(bill: Bill, key: string, sources: FormSources): BillForm {
  const lines = bill.lines.map((line): FormLine => {
    const product = line.product === undefined ? undefined : sources.products.get(line.product._ref)
    return {
      id: sources.newId(),
      ...(line.product === undefined ? {} : {product: line.product._ref}),
      name: line.name,
      quantity: plain(line.quantity, line.unit),
      price: formatMoneyInput(product?.price ?? line.unitPrice, sources.currency),
      discount: '',
    }
  })
  return {...emptyBillForm(key, bill.customer?._ref), lines, serviceType: bill.serviceType}
}

/** A sale that is not complete, with every text as it stands. */
export function toTyped({draft, ...form}: BillForm): TypedSale {
  const typed = JSON.stringify({...form, payments: []})
  return draft === undefined ? {typed} : {typed, draft}
}

/** What is parked of a complete command: the goods; the money is taken when the bill is issued. */
export function toParked(command: Omit<CreateBillCommand, 'key'>): Omit<CreateBillCommand, 'key'> {
  const {payments: _payments, overpayment: _overpayment, ...content} = command
  return content
}

function discountText(given: Discount | undefined, currency: string): string {
  if (given === undefined) return ''
  if ('amount' in given) return formatMoneyInput(given.amount, currency)
  return `${toDecimalText(given.rate, 2).replace(/\.?0+$/, '')}%`
}
