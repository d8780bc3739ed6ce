import {creditShare} from '../creditShares.ts'
import type {BillBalance, BillLine, CreditNoteLine, Unit} from '../documents.ts'

/** The part of a bill that is counted. */
export interface CountedBill {
  _id: string
  customer?: {_ref: string} | null | undefined
  customerName?: string | null | undefined
  totals: {total: number; taxIncluded: boolean}
  lines: readonly BillLine[]
}

export interface CountedCreditNote {
  _id: string
  customer?: {_ref: string} | null | undefined
  customerName?: string | null | undefined
  totals: {total: number}
  lines: readonly CreditNoteLine[]
}

/** What became of one product in a range. Money in minor units without tax, quantities in smallest steps. */
export interface SoldProduct {
  product: string
  /** As it stood on the last bill that was counted. */
  name: string
  sku?: string
  unit: Unit
  /** Sold less returned. */
  quantity: number
  net: number
  cost: number
  /** Bills it stands on. */
  bills: number
}

export interface BuyingCustomer {
  customer: string
  name: string
  bills: number
  /** Bill totals less credit notes, tax in it. */
  total: number
}

/** Everything that was sold in a range, counted page by page: only sums are kept. */
export interface SalesCount {
  /** Bills read, void ones too. */
  read: number
  bills: number
  /** Bill totals, less void ones: what the day summaries call `sales`. */
  sales: number
  credits: number
  products: ReadonlyMap<string, SoldProduct>
  customers: ReadonlyMap<string, BuyingCustomer>
}

export const emptyCount: SalesCount = {
  read: 0,
  bills: 0,
  sales: 0,
  credits: 0,
  products: new Map(),
  customers: new Map(),
}

/** What credit notes had taken back of a bill before it was voided. */
export type CanceledBill = Pick<BillBalance, 'credited' | 'creditedLines'>

/** By bill id. */
export type VoidBills = ReadonlyMap<string, CanceledBill>

/**
 * Adds a page of bills. Of a void bill only what had been credited before counts, since its credit notes count too:
 * the same rule as in the day summaries.
 */
export function countBills(
  count: SalesCount,
  bills: readonly CountedBill[],
  voids: VoidBills,
): SalesCount {
  const products = new Map(count.products)
  const customers = new Map(count.customers)
  const sums = {read: count.read, bills: count.bills, sales: count.sales}
  for (const bill of bills) {
    const canceled = voids.get(bill._id)
    const total = canceled === undefined ? bill.totals.total : canceled.credited
    sums.read += 1
    sums.bills += canceled === undefined ? 1 : 0
    sums.sales += total
    addLines(products, linesOf(bill, canceled), 1, canceled === undefined)
    addCustomer(customers, bill, {bills: canceled === undefined ? 1 : 0, total})
  }
  return {...count, ...sums, products, customers}
}

type CountedLine = Pick<BillLine, 'product' | 'name' | 'sku' | 'unit' | 'quantity' | 'net' | 'cost'>

function linesOf(bill: CountedBill, canceled: CanceledBill | undefined): readonly CountedLine[] {
  if (canceled === undefined) return bill.lines
  return bill.lines.flatMap((line) => {
    const quantity = canceled.creditedLines?.find(({_key}) => _key === line._key)?.quantity ?? 0
    if (quantity === 0) return []
    const {net, cost} = creditShare(line, 0, quantity, bill.totals.taxIncluded)
    return [{...line, quantity, net, cost}]
  })
}

/** Adds a page of credit notes; only what went back to the shelf takes its cost back. */
export function countCreditNotes(
  count: SalesCount,
  notes: readonly CountedCreditNote[],
): SalesCount {
  const products = new Map(count.products)
  const customers = new Map(count.customers)
  let {credits} = count
  for (const note of notes) {
    credits += note.totals.total
    const lines = note.lines.map((line) => ({...line, cost: line.restock ? (line.cost ?? 0) : 0}))
    addLines(products, lines, -1, false)
    addCustomer(customers, note, {bills: 0, total: -note.totals.total})
  }
  return {...count, credits, products, customers}
}

function addLines(
  products: Map<string, SoldProduct>,
  lines: readonly CountedLine[],
  sign: 1 | -1,
  isSale: boolean,
): void {
  const seen = new Set<string>()
  for (const line of lines) {
    const product = line.product?._ref
    if (product === undefined) continue
    const known = products.get(product)
    products.set(product, {
      product,
      name: line.name,
      ...(line.sku === undefined ? {} : {sku: line.sku}),
      unit: line.unit,
      quantity: (known?.quantity ?? 0) + sign * line.quantity,
      net: (known?.net ?? 0) + sign * line.net,
      cost: (known?.cost ?? 0) + sign * (line.cost ?? 0),
      bills: (known?.bills ?? 0) + (isSale && !seen.has(product) ? 1 : 0),
    })
    seen.add(product)
  }
}

function addCustomer(
  customers: Map<string, BuyingCustomer>,
  paper: Pick<CountedBill, 'customer' | 'customerName'>,
  {bills, total}: {bills: number; total: number},
): void {
  const customer = paper.customer?._ref
  if (customer === undefined) return
  const known = customers.get(customer)
  customers.set(customer, {
    customer,
    name: paper.customerName ?? known?.name ?? '',
    bills: (known?.bills ?? 0) + bills,
    total: (known?.total ?? 0) + total,
  })
}
