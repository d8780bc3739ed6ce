import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopFormat, useStockLevel} from '../shared/useShop.ts'

/** What is on the shelf right now, beside the line that sells it; moves while other tills sell. */
export function LineStock({
  product,
  quantity,
}: {
  product: Product | undefined
  quantity: number | undefined
}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const level = useStockLevel(product?._id ?? '')
  if (product === undefined) return null
  const onHand = format.quantity(level?.onHand ?? 0, product.unit)
  const short = product.trackStock && (quantity ?? 0) > (level?.onHand ?? 0)
  return (
    <Text
      data-short={short ? 'true' : undefined}
      data-testid="shop-line-stock"
      muted={!short}
      size={0}
      weight={short ? 'semibold' : 'regular'}
    >
      {product.sku}
      {' · '}
      {!product.trackStock && t('bill-form.stock-untracked')}
      {product.trackStock && t(short ? 'bill-form.stock-short' : 'bill-form.stock-after', {onHand})}
    </Text>
  )
}
