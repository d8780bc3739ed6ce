import {useCallback, useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {BrandRow} from '../rows/BrandRow.tsx'
import {brandOrder, createFindIds} from './listIds.ts'
import {LivePanel} from './LivePanel.tsx'
import {useShopSnapshot} from '../../realtime/index.ts'

export function BrandsPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const brands = useShopSnapshot((snapshot) => snapshot.brands)
  const [find] = useState(() => createFindIds(brandOrder))
  const findIds = useCallback((query: string) => find(brands, query), [find, brands])
  return (
    <LivePanel
      emptyHint={t('brands.empty.hint')}
      emptyTitle={t('brands.empty.title')}
      findIds={findIds}
      renderRow={(id, arrived) => <BrandRow arrived={arrived} id={id} />}
      searchLabel={t('brands.search')}
      type="brand"
      title={t('brands.title')}
    />
  )
}
