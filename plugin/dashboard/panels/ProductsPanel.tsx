import {useCallback} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {ProductRow} from '../rows/ProductRow.tsx'
import {productIds} from './listIds.ts'
import {LivePanel} from './LivePanel.tsx'
import {useShopSnapshot} from '../../realtime/index.ts'

export function ProductsPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const findIds = useCallback((query: string) => productIds(products, query), [products])
  return (
    <LivePanel
      emptyHint={t('products.empty.hint')}
      emptyTitle={t('products.empty.title')}
      findIds={findIds}
      renderRow={(id, arrived) => <ProductRow arrived={arrived} id={id} />}
      searchLabel={t('products.search')}
      type="product"
      title={t('products.title')}
    />
  )
}
