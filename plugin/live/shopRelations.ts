import type {Bill, CreditNote, Payment, Product, StockTransaction} from '../domain/documents.ts'
import {createRelation} from './relation.ts'

/** The indexes behind `ShopRelations`. */
export function createShopRelations() {
  const productsByBrand = createRelation<Product>((product) => product.brand?._ref)
  const productsByCategory = createRelation<Product>((product) => product.category?._ref)
  const billsByCustomer = createRelation<Bill>((bill) => bill.customer?._ref)
  const entriesByProduct = createRelation<StockTransaction>(
    (entry) => entry.product._ref,
    (a, b) => a.sequence - b.sequence,
  )
  const paymentsByBill = createRelation<Payment>((payment) => payment.bill?._ref)
  const creditNotesByBill = createRelation<CreditNote>((note) => note.bill?._ref)
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
