import type {DefaultDocumentNodeResolver} from 'sanity/structure'
import {createProductFiguresView} from './ProductFiguresView.tsx'
import {createRelatedView} from './RelatedView.tsx'
import {StockHistoryView} from './StockHistoryView.tsx'
import {translateNow} from '../translated.ts'
import type {TitleKey} from '../translated.ts'

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
export const shopDefaultDocumentNode: DefaultDocumentNodeResolver = (S, {schemaType, i18n}) => {
  const related = (id: keyof typeof views, key: TitleKey) =>
    S.view.component(views[id]).id(id).title(translateNow(i18n, key))
  const form = S.view.form()
  switch (schemaType) {
    case 'product':
      return S.document().views([form, related('productLedger', 'structure.view.stock-history')])
    case 'user':
      return S.document().views([form, related('customerBills', 'structure.view.bills')])
    case 'bill':
      return S.document().views([
        form,
        related('billPayments', 'structure.view.payments'),
        related('billEntries', 'structure.view.stock-moved'),
      ])
    case 'creditNote':
    case 'stockOperation':
      return S.document().views([form, related('billEntries', 'structure.view.stock-moved')])
    case 'brand':
      return S.document().views([form, related('productsOfBrand', 'structure.view.products')])
    case 'category':
      return S.document().views([form, related('productsOfCategory', 'structure.view.products')])
    default:
      return S.document()
  }
}
