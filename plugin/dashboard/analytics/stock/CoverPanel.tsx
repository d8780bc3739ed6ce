import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import type {ProductCover} from '../../../domain/analytics/productCover.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useCoverColumns} from './useCoverColumns.tsx'

const COLUMNS = ['product', 'sku', 'on-hand', 'sold', 'cover', 'sell-through', 'value'] as const

/** Days of cover and sell-through of every product with stock, what runs out first at the top. */
export function CoverPanel({covers}: {covers: readonly ProductCover[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const rows = useMemo(
    () => covers.filter(({onHand, sold}) => onHand !== 0 || sold !== 0).toSorted(byCover),
    [covers],
  )
  return (
    <FigurePanel
      columns={useCoverColumns(COLUMNS)}
      emptyHint={t('products.empty.hint')}
      emptyTitle={t('products.empty.title')}
      fileName="days-of-cover"
      keyOf={({product}) => product._id}
      note={t('analytics.cover.note')}
      rows={rows}
      title={t('analytics.cover')}
    />
  )
}

function byCover(a: ProductCover, b: ProductCover): number {
  const left = a.coverDays ?? Number.MAX_SAFE_INTEGER
  const right = b.coverDays ?? Number.MAX_SAFE_INTEGER
  return left - right || (a.product.name < b.product.name ? -1 : 1)
}
