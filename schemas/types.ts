import type {ShopDocumentType, SkuHolder, StockOperation} from '../plugin/domain/documents.ts'

/** Every type that `shopSchemaTypes` defines. */
export type ShopTypeName = ShopDocumentType | StockOperation['_type'] | SkuHolder['_type']

const SHOP_TYPES: Record<ShopTypeName, true> = {
  product: true,
  brand: true,
  category: true,
  user: true,
  bill: true,
  billBalance: true,
  payment: true,
  creditNote: true,
  billDraft: true,
  stockLevel: true,
  stockTransaction: true,
  stockOperation: true,
  series: true,
  daySummary: true,
  shopSettings: true,
  customerAccount: true,
  sku: true,
  alertNote: true,
}

export function isShopTypeName(name: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(SHOP_TYPES, name)
}

/** Written by operations alone: read-only in the Studio, without actions, never in *New document*. */
export const operationOnlyTypes = [
  'bill',
  'billBalance',
  'payment',
  'creditNote',
  'billDraft',
  'stockLevel',
  'stockTransaction',
  'stockOperation',
  'series',
  'daySummary',
  'customerAccount',
  'sku',
  'alertNote',
] as const satisfies readonly ShopTypeName[]

/** What *New document* offers. A new customer needs a dotted id, which a template cannot give: see `NewCustomer`. */
export const creatableTypes = [
  'product',
  'brand',
  'category',
] as const satisfies readonly ShopTypeName[]

export function isOperationOnlyType(type: string): boolean {
  return operationOnlyTypes.some((name) => name === type)
}
