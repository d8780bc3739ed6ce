import type {Product, StockLevel} from '../../../plugin/domain/documents.ts'
import {buildFigures} from '../../../plugin/domain/figures.ts'

/** What a component makes of a refetched list: documents by id, and all figures from scratch. */
export function deriveFigures(list: unknown) {
  const documents: readonly unknown[] = Array.isArray(list) ? list : []
  const products = new Map<string, Product>()
  const stockLevels = new Map<string, StockLevel>()
  for (const document of documents) {
    if (isOfType<Product>(document, 'product')) products.set(document._id, document)
    else if (isOfType<StockLevel>(document, 'stockLevel')) stockLevels.set(document._id, document)
  }
  const none = new Map<string, never>()
  const sources = {
    products,
    stockLevels,
    bills: none,
    billBalances: none,
    creditNotes: none,
    payments: none,
    stockTransactions: none,
    daySummaries: none,
    settings: {timeZone: 'UTC'},
    malformed: [],
  }
  const window = {from: '2026-02-25', to: '2026-03-10'}
  return buildFigures(sources, '2026-03-10', () => true, window)
}

function isOfType<T extends {_type: string}>(document: unknown, type: T['_type']): document is T {
  return (
    typeof document === 'object' &&
    document !== null &&
    '_type' in document &&
    document._type === type
  )
}
