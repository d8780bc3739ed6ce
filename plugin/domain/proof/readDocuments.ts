import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {
  Bill,
  BillBalance,
  CreditNote,
  CustomerAccount,
  DaySummary,
  Payment,
  Product,
  Series,
  StockLevel,
  StockTransaction,
} from '../documents.ts'
import {
  billBalanceSchema,
  billSchema,
  creditNoteSchema,
  customerAccountSchema,
  daySummarySchema,
  paymentSchema,
  productSchema,
  seriesSchema,
  shopSettingsSchema,
  stockLevelSchema,
  stockTransactionSchema,
} from '../documentSchemas.ts'
import {shortened} from './drift.ts'
import type {Drift} from './drift.ts'

/** The shop's documents that a proof reads, parsed. */
export interface ShopRecords {
  bill: Bill[]
  billBalance: BillBalance[]
  creditNote: CreditNote[]
  payment: Payment[]
  customerAccount: CustomerAccount[]
  stockLevel: StockLevel[]
  stockTransaction: StockTransaction[]
  series: Series[]
  daySummary: DaySummary[]
  product: Product[]
  timeZone: string
}

export function readDocuments(documents: readonly unknown[]): {
  shop: ShopRecords
  malformed: Drift[]
} {
  const malformed: Drift[] = []
  const byType = new Map<string, Record<string, unknown>[]>()
  for (const document of documents) {
    if (!isRecord(document) || typeof document._type !== 'string') continue
    if (typeof document._id === 'string' && /^(drafts|versions)\./.test(document._id)) continue
    const others = byType.get(document._type)
    if (others) others.push(document)
    else byType.set(document._type, [document])
  }
  const read = <T>(type: string, schema: GenericSchema<unknown, T>): T[] =>
    (byType.get(type) ?? []).flatMap((document) => parseOne(document, schema, malformed))
  const settings = read('shopSettings', shopSettingsSchema)
  const shop = {
    bill: read('bill', billSchema),
    billBalance: read('billBalance', billBalanceSchema),
    creditNote: read('creditNote', creditNoteSchema),
    payment: read('payment', paymentSchema),
    customerAccount: read('customerAccount', customerAccountSchema),
    stockLevel: read('stockLevel', stockLevelSchema),
    stockTransaction: read('stockTransaction', stockTransactionSchema),
    series: read('series', seriesSchema),
    daySummary: read('daySummary', daySummarySchema),
    product: read('product', productSchema),
    timeZone: settings[0]?.timeZone ?? 'UTC',
  }
  return {shop, malformed}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parseOne<T>(
  document: Record<string, unknown>,
  schema: GenericSchema<unknown, T>,
  malformed: Drift[],
): T[] {
  const result = v.safeParse(schema, document)
  if (result.success) return [result.output]
  const issue = result.issues[0]
  const id = typeof document._id === 'string' ? document._id : ''
  const field = shortened(v.getDotPath(issue) ?? '')
  malformed.push({
    kind: 'malformed',
    document: id,
    subject: {of: 'paper', name: id},
    label: id,
    field,
    expected: issue.expected,
    found: shortened(issue.received),
    message: `${id}: ${field} ${shortened(issue.message)}`,
  })
  return []
}
