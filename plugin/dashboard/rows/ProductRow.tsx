import {Badge} from '@sanity/ui'
import {memo} from 'react'
import {useTranslation} from 'sanity'
import {stockTones} from '../../actions/shared/states.ts'
import {useHasDraft, useShopFormat, useStockLevel} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import {stockState} from '../../domain/alerts.ts'
import type {Product} from '../../domain/documents.ts'
import {stockLevelId} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useEditLink} from '../useIntent.ts'
import type {RowProps} from './BillRow.tsx'
import {useDocument, useIsPending} from '../../realtime/index.ts'

export const ProductRow = memo(function ProductRow({id, arrived}: RowProps) {
  const product = useDocument('product', id)
  return product === undefined ? null : <ProductRowOf arrived={arrived} product={product} />
})

function ProductRowOf({product, arrived}: {product: Product; arrived: boolean}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const level = useStockLevel(product._id)
  const pending = useIsPending(stockLevelId(product._id))
  const hasDraft = useHasDraft(product._id)
  const link = useEditLink(product._id, 'product')
  const state = stockState(product, level)
  const label = product.isActive ? t(`product.state.${state}`) : t('product.state.inactive')
  const subtitle = [product.sku, format.money(product.price ?? 0)]
  if (hasDraft) subtitle.push(t('product.has-draft'))
  return (
    <RowCard
      {...link}
      arrived={arrived}
      figure={state === 'untracked' ? '–' : format.quantity(level?.onHand ?? 0, product.unit)}
      pending={pending}
      revision={`${product._rev} ${level?._rev ?? ''}`}
      subfigure={
        state === 'enough' ? (
          label
        ) : (
          <Badge fontSize={0} tone={stockTones[state]}>
            {label}
          </Badge>
        )
      }
      subtitle={subtitle.filter((text) => text !== undefined && text !== '').join(' · ')}
      testId={`shop-row-product-${product._id}`}
      title={product.name}
    />
  )
}
