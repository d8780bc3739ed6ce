import type {DefaultDocumentNodeResolver} from 'sanity/structure'
import {createProductFiguresView} from './ProductFiguresView.tsx'
import {createRelatedView} from './RelatedView.tsx'
import {StockHistoryView} from './StockHistoryView.tsx'

const views = {
  productLedger: StockHistoryView,
  customerBills: createRelatedView({
    type: 'billBalance',
    filter: 'customer._ref == $id',
    ordering: 'day desc',
    empty: 'related.no-bills',
  }),
  billEntries: createRelatedView({
    type: 'stockTransaction',
    filter: 'source._ref == $id',
    ordering: 'productName asc',
    empty: 'related.no-entries',
  }),
  billPayments: createRelatedView({
    type: 'payment',
    filter: 'bill._ref == $id',
    ordering: 'at desc',
    empty: 'related.no-payments',
  }),
  productsOfBrand: createProductFiguresView('brand'),
  productsOfCategory: createProductFiguresView('category'),
}

/** The form, and beside it what belongs to the document: a product's ledger, a customer's bills, a bill's payments. */
export const shopDefaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType}) => {
  const related = (id: keyof typeof views, title: string) =>
    S.view.component(views[id]).id(id).title(title)
  const form = S.view.form()
  switch (schemaType) {
    case 'product':
      return S.document().views([form, related('productLedger', 'Stock history')])
    case 'user':
      return S.document().views([form, related('customerBills', 'Bills')])
    case 'bill':
      return S.document().views([
        form,
        related('billPayments', 'Payments'),
        related('billEntries', 'Stock moved'),
      ])
    case 'creditNote':
    case 'stockOperation':
      return S.document().views([form, related('billEntries', 'Stock moved')])
    case 'brand':
      return S.document().views([form, related('productsOfBrand', 'Products')])
    case 'category':
      return S.document().views([form, related('productsOfCategory', 'Products')])
    default:
      return S.document()
  }
}
