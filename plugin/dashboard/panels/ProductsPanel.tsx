import {useCallback, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {ProductRow} from '../rows/ProductRow.tsx'
import {createFindIds, productOrder} from './listIds.ts'
import {LivePanel} from './LivePanel.tsx'
import {useShopSnapshot} from '../../realtime/index.ts'

export function ProductsPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const [find] = useState(() => createFindIds(productOrder))
  const findIds = useCallback((query: string) => find(products, query), [find, products])
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
