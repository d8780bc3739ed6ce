import {addDays} from '../../../plugin/domain/calendar.ts'
import type {PaymentMethod, ServiceType} from '../../../plugin/domain/documents.ts'
import {lineAmount, rateOf, roundToStep} from '../../../plugin/domain/money.ts'
import type {
  CreateBillCommand,
  FreeLineInput,
  ProductLineInput,
} from '../../../plugin/operations/commands.ts'
import type {CatalogueProduct} from '../catalogue/buildCatalogue.ts'
import {isFirm, type Customer} from '../people.ts'
import type {Chance} from '../random.ts'
import type {DemoDay} from './clock.ts'
import {planSettlement, type PromisedPayment} from './planPayments.ts'
import type {Shelf} from './shelf.ts'

export const CASH_ROUNDING = 100

export interface PlannedLine {
  product: CatalogueProduct
  quantity: number
}

export interface BillDraftPlan {
  key: string
  day: DemoDay
  at: string
  customer?: Customer
  lines: readonly PlannedLine[]
  free?: FreeLineInput
  serviceType?: ServiceType
  discountRate?: number
}

const METHODS: readonly [[PaymentMethod, number], ...[PaymentMethod, number][]] = [
  ['upi', 45],
  ['cash', 35],
  ['card', 15],
  ['bankTransfer', 5],
]

/** Lines that the shelf can serve, already taken from it; no product twice. */
export function pickLines(
  chance: Chance,
  shelf: Shelf,
  choose: () => CatalogueProduct,
  count: number,
): PlannedLine[] {
  const lines = new Map<string, PlannedLine>()
  for (let tries = 0; lines.size < count && tries < count * 4; tries += 1) {
    const product = choose()
    if (lines.has(product.document._id)) continue
    const step = 10 ** product.document.unit.decimals
    const [low, high] = product.sells
    const wanted = low + Math.round((high - low) * chance.next() ** 2.5)
    const even = Math.max(step, Math.round(wanted / step) * step)
    const quantity = shelf.atMost(product, even)
    if (quantity < 1) continue
    shelf.move(product, -quantity)
    lines.set(product.document._id, {product, quantity})
  }
  return [...lines.values()]
}

/** The command of a bill with what is paid at the counter, and what is promised for later. */
export function toBillCommand(
  chance: Chance,
  plan: BillDraftPlan,
): {command: CreateBillCommand; promised: PromisedPayment[]} {
  const {paidNow, promised} = planSettlement(chance, {
    key: plan.key,
    offset: plan.day.offset,
    customer: plan.customer,
    total: totalOf(plan),
  })
  const {customer, free, serviceType, discountRate, day} = plan
  const productLines = plan.lines.map(({product, quantity}): ProductLineInput => ({
    product: product.document._id,
    quantity,
  }))
  const command = {
    key: plan.key,
    lines: free === undefined ? productLines : [...productLines, free],
    occurredAt: plan.at,
    ...(customer === undefined ? {} : {customer: customer._id}),
    ...(serviceType === undefined ? {} : {serviceType}),
    ...(discountRate === undefined ? {} : {discount: {rate: discountRate}}),
    ...(customer === undefined ? {} : {dueDate: addDays(day.day, isFirm(customer) ? 15 : 7)}),
    ...(paidNow === 0 ? {} : {payments: [{method: chance.weighted(METHODS), amount: paidNow}]}),
  }
  return {command, promised}
}

/** Prices contain the tax, so that the total is what the lines cost less the discount, in whole rupees. */
export function totalOf({lines, free, discountRate = 0}: BillDraftPlan): number {
  const products = lines.reduce(
    (sum, {product: {document}, quantity}) =>
      sum + lineAmount(document.price, quantity, document.unit.decimals),
    0,
  )
  const gross = products + (free === undefined ? 0 : free.unitPrice * free.quantity)
  return roundToStep(gross - rateOf(gross, discountRate), CASH_ROUNDING)
}
