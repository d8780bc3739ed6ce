import type {ShopDocumentType} from '../plugin/domain/documents.ts'

/** Written by operations alone: read-only in the Studio, without actions, never in *New document*. */
export const operationOnlyTypes = [
  'bill',
  'billBalance',
  'payment',
  'creditNote',
  'billDraft',
  'stockLevel',
  'stockTransaction',
  'series',
  'daySummary',
] as const satisfies readonly ShopDocumentType[]

/** What *New document* offers. A new customer needs a dotted id, which a template cannot give: see `NewCustomer`. */
export const creatableTypes = [
  'product',
  'brand',
  'category',
] as const satisfies readonly ShopDocumentType[]

export function isOperationOnlyType(type: string): boolean {
  return operationOnlyTypes.some((name) => name === type)
}
