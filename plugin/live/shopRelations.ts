import type {
  Bill,
  CreditNote,
  Payment,
  Product,
  ShopDocument,
  StockTransaction,
} from '../domain/documents.ts'
import {createRelation} from './relation.ts'
import type {ShopCollections} from './types.ts'

/** Which documents belong to a key, and in which order they are told. */
export interface RelationRule<T extends ShopDocument> {
  collection: (collections: ShopCollections) => ReadonlyMap<string, T>
  keyOf: (document: T) => string | undefined
  compare?: (a: T, b: T) => number
}

const rule = <T extends ShopDocument>(of: RelationRule<T>): RelationRule<T> => of

/** The relations of `ShopRelations` that tell a list. */
export const relationRules = {
  productsByBrand: rule<Product>({
    collection: ({products}) => products,
    keyOf: ({brand}) => brand?._ref,
  }),
  productsByCategory: rule<Product>({
    collection: ({products}) => products,
    keyOf: ({category}) => category?._ref,
  }),
  billsByCustomer: rule<Bill>({
    collection: ({bills}) => bills,
    keyOf: ({customer}) => customer?._ref,
  }),
  entriesByProduct: rule<StockTransaction>({
    collection: ({stockTransactions}) => stockTransactions,
    keyOf: ({product}) => product._ref,
    compare: (a, b) => a.sequence - b.sequence,
  }),
  paymentsByBill: rule<Payment>({
    collection: ({payments}) => payments,
    keyOf: ({bill}) => bill?._ref,
  }),
  creditNotesByBill: rule<CreditNote>({
    collection: ({creditNotes}) => creditNotes,
    keyOf: ({bill}) => bill?._ref,
  }),
}

const createIndex = <T extends ShopDocument>({keyOf, compare}: RelationRule<T>) =>
  createRelation(keyOf, compare)

/** The indexes behind `ShopRelations`. */
export function createShopRelations() {
  const productsByBrand = createIndex(relationRules.productsByBrand)
  const productsByCategory = createIndex(relationRules.productsByCategory)
  const billsByCustomer = createIndex(relationRules.billsByCustomer)
  const entriesByProduct = createIndex(relationRules.entriesByProduct)
  const paymentsByBill = createIndex(relationRules.paymentsByBill)
  const creditNotesByBill = createIndex(relationRules.creditNotesByBill)
  return {
    moveProduct(id: string, before: Product | undefined, after: Product | undefined): void {
      productsByBrand.move(id, before, after)
      productsByCategory.move(id, before, after)
    },
    moveBill: billsByCustomer.move,
    moveEntry: entriesByProduct.move,
    movePayment: paymentsByBill.move,
    moveCreditNote: creditNotesByBill.move,
    lookups: {
      productsByBrand: productsByBrand.of,
      productsByCategory: productsByCategory.of,
      billsByCustomer: billsByCustomer.of,
      entriesByProduct: entriesByProduct.of,
      paymentsByBill: paymentsByBill.of,
      creditNotesByBill: creditNotesByBill.of,
    },
  }
}
