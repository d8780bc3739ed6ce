import {TZDate} from '@date-fns/tz'
import {hashText} from '../../../plugin/domain/ids.ts'
import {judgeRow, type RefusalReason, type Verdict} from './judgeRow.ts'
import type {SalesFile} from './readSales.ts'
import {customerNumber, invoiceDate, isStocked, stockCode, type SalesRow} from './salesRow.ts'

export const REPLAY_TIME_ZONE = 'Europe/London'

export interface ReplayProduct {
  id: string
  code: string
  name: string
  stocked: boolean
  /** Pence: the first price above 0 that was met. */
  price: number
}

export interface ReplayCustomer {
  id: string
  number: string
}

interface Line {
  product: string
  quantity: number
  unitPrice: number
}

export interface Adjustment {
  key: string
  product: string
  quantity: number
  kind: 'damage' | 'adjustment'
  reason: string
}

/** The rows of one InvoiceNo that were not refused. */
export interface Invoice {
  number: string
  /** ISO UTC. */
  occurredAt: string
  /** User document id. */
  customer?: string
  billLines: Line[]
  creditLines: (Line & {restock: boolean})[]
  adjustments: Adjustment[]
}

export interface Opening {
  key: string
  occurredAt: string
  lines: {product: string; quantity: number}[]
}

export interface ReplayPlan {
  products: ReplayProduct[]
  customers: ReplayCustomer[]
  openings: Opening[]
  invoices: Invoice[]
  refused: Partial<Record<RefusalReason, number>>
}

const OPENING_LINES = 500

interface Judged {
  row: SalesRow
  verdict: Verdict
}

/** Everything the files ask for, before anything is written: pure. */
export function planReplay(files: readonly SalesFile[]): ReplayPlan {
  const judged = files.map(({hash, rows}) => ({
    hash,
    rows: rows.map((row): Judged => judge(row)),
  }))
  const all = judged.flatMap(({rows}) => rows)
  return {
    products: listProducts(all),
    customers: listCustomers(all),
    openings: judged.flatMap(({hash, rows}) => openings(hash, rows)),
    invoices: listInvoices(all),
    refused: countRefused(all),
  }
}

/** A row without a readable date is malformed unless an earlier rule refuses it. */
function judge(row: SalesRow): Judged {
  const verdict = judgeRow(row)
  if (verdict.kind === 'refused' || occurredAt(row) !== undefined) return {row, verdict}
  return {row, verdict: {kind: 'refused', reason: 'malformed'}}
}

function listProducts(all: readonly Judged[]): ReplayProduct[] {
  const names = new Map<string, string>()
  for (const {row} of all) {
    const code = stockCode(row)
    const name = row.Description.trim()
    if (name !== '' && !names.has(code)) names.set(code, name)
  }
  const products = new Map<string, ReplayProduct>()
  for (const {verdict} of all) {
    if (verdict.kind === 'refused') continue
    const {code} = verdict
    const price = 'unitPrice' in verdict ? verdict.unitPrice : 0
    const known = products.get(code)
    if (known === undefined) {
      const name = names.get(code) ?? code
      products.set(code, {id: productId(code), code, name, stocked: isStocked(code), price})
    } else if (known.price === 0) known.price = price
  }
  return [...products.values()]
}

function listCustomers(all: readonly Judged[]): ReplayCustomer[] {
  const numbers = new Set(
    all.flatMap(({row, verdict}) => {
      const number = verdict.kind === 'refused' ? undefined : customerNumber(row)
      return number === undefined ? [] : [number]
    }),
  )
  return [...numbers].map((number) => ({id: customerId(number), number}))
}

/** What a file's sales and losses will take, received before its first row; the key is the file's hash. */
function openings(hash: string, rows: readonly Judged[]): Opening[] {
  const needed = new Map<string, number>()
  for (const {verdict} of rows) {
    const taken = takenFromStock(verdict)
    if (taken > 0 && 'code' in verdict) {
      needed.set(verdict.code, (needed.get(verdict.code) ?? 0) + taken)
    }
  }
  const first = rows.map(({row}) => occurredAt(row)).find((at) => at !== undefined)
  if (needed.size === 0 || first === undefined) return []
  const before = new Date(Date.parse(first) - 60_000).toISOString()
  const lines = [...needed].map(([code, quantity]) => ({product: productId(code), quantity}))
  return Array.from({length: Math.ceil(lines.length / OPENING_LINES)}, (_, index) => ({
    key: `replay:open:${hash}:${index}`,
    occurredAt: before,
    lines: lines.slice(index * OPENING_LINES, (index + 1) * OPENING_LINES),
  }))
}

function takenFromStock(verdict: Verdict): number {
  if (verdict.kind === 'billLine') return isStocked(verdict.code) ? verdict.quantity : 0
  if (verdict.kind === 'adjustment') return Math.max(0, -verdict.quantity)
  return 0
}

/** Invoices in order of their first row; the time is that of the first row that has one. */
function listInvoices(all: readonly Judged[]): Invoice[] {
  const groups = new Map<string, Judged[]>()
  for (const judged of all) {
    const number = judged.row.InvoiceNo.trim()
    const group = groups.get(number)
    if (group === undefined) groups.set(number, [judged])
    else group.push(judged)
  }
  return [...groups].flatMap(([number, group]) => toInvoice(number, group))
}

function toInvoice(number: string, group: readonly Judged[]): Invoice[] {
  if (group.every(({verdict}) => verdict.kind === 'refused')) return []
  const at = group.map(({row}) => occurredAt(row)).find((time) => time !== undefined)
  if (at === undefined) return []
  const customer = group
    .filter(({verdict}) => verdict.kind !== 'refused')
    .map(({row}) => customerNumber(row))
    .find((found) => found !== undefined)
  const invoice: Invoice = {
    number,
    occurredAt: at,
    ...(customer === undefined ? {} : {customer: customerId(customer)}),
    billLines: [],
    creditLines: [],
    adjustments: [],
  }
  for (const [index, {row, verdict}] of group.entries()) addRow(invoice, index, row, verdict)
  return [invoice]
}

function addRow(invoice: Invoice, index: number, row: SalesRow, verdict: Verdict): void {
  if (verdict.kind === 'refused') return
  const product = productId(verdict.code)
  const {quantity} = verdict
  if (verdict.kind === 'adjustment') {
    invoice.adjustments.push({
      key: `replay:${invoice.number}:${index}`,
      product,
      quantity,
      kind: verdict.cause,
      reason: row.Description.trim() || 'unspecified',
    })
    return
  }
  const {unitPrice} = verdict
  if (verdict.kind === 'billLine') invoice.billLines.push({product, quantity, unitPrice})
  else invoice.creditLines.push({product, quantity, unitPrice, restock: verdict.restock})
}

function countRefused(all: readonly Judged[]): ReplayPlan['refused'] {
  const counts: ReplayPlan['refused'] = {}
  for (const {verdict} of all) {
    if (verdict.kind === 'refused') counts[verdict.reason] = (counts[verdict.reason] ?? 0) + 1
  }
  return counts
}

/** Document ids know fewer letters than codes; a code that does not fit goes by its hash. */
function productId(code: string): string {
  return `retail-${/^[\w-]+$/.test(code) ? code : hashText(code)}`
}

function customerId(number: string): string {
  return `user.retail-${/^\w+$/.test(number) ? number : hashText(number)}`
}

const times = new Map<string, string | undefined>()

/** ISO UTC of what is written in London's time. */
function occurredAt(row: SalesRow): string | undefined {
  if (!times.has(row.InvoiceDate)) times.set(row.InvoiceDate, londonToUtc(row))
  return times.get(row.InvoiceDate)
}

function londonToUtc(row: SalesRow): string | undefined {
  const written = invoiceDate(row)
  if (written === undefined) return undefined
  const [year = 0, month = 0, day = 0] = written.day.split('-').map(Number)
  const [hour = 0, minute = 0, second = 0] = written.time.split(':').map(Number)
  const at = new TZDate(year, month - 1, day, hour, minute, second, REPLAY_TIME_ZONE)
  return Number.isNaN(at.getTime()) ? undefined : new Date(at.getTime()).toISOString()
}
