import {Badge} from '@sanity/ui'
import {memo} from 'react'
import {useTranslation} from 'sanity'
import {useHasDraft} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import type {Brand} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useDocument, useIsPending, useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import {useEditLink} from '../useIntent.ts'
import type {RowProps} from './BillRow.tsx'

export const BrandRow = memo(function BrandRow({id, arrived}: RowProps) {
  const brand = useDocument('brand', id)
  return brand === undefined ? null : <BrandRowOf arrived={arrived} brand={brand} />
})

function BrandRowOf({brand, arrived}: {brand: Brand; arrived: boolean}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {related} = useShopStore()
  const products = useShopSnapshot(() => related.productsByBrand(brand._id).length)
  const pending = useIsPending(brand._id)
  const hasDraft = useHasDraft(brand._id)
  const link = useEditLink(brand._id, 'brand')
  const subtitle = [
    ...(brand.description === undefined ? [] : [brand.description]),
    ...(hasDraft ? [t('product.has-draft')] : []),
  ]
  return (
    <RowCard
      {...link}
      arrived={arrived}
      figure={t('brand.products', {count: products})}
      pending={pending}
      revision={brand._rev}
      subfigure={
        brand.isActive ? t('brand.active') : <Badge fontSize={0}>{t('brand.inactive')}</Badge>
      }
      subtitle={subtitle.length === 0 ? undefined : subtitle.join(' · ')}
      testId={`shop-row-brand-${brand._id}`}
      title={brand.name}
    />
  )
}
