import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {Product} from '../../domain/documents.ts'
import {formatQuantityInput} from '../../domain/quantity.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSettings} from '../../realtime/index.ts'
import {useShopFormat, useStockLevel} from '../shared/useShop.ts'
import {useRecentTake} from './useRecentTake.ts'

export interface LineStockProps {
  product: Product | undefined
  /** Smallest steps on this line; absent while it is wrong. */
  quantity: number | undefined
  /** Smallest steps of the same product on other lines of the bill. */
  elsewhere: number
  onQuantity: (text: string) => void
  onRemove: () => void
}

/** What is on the shelf right now, beside the line that sells it, and who just took of it. */
export function LineStock(props: LineStockProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const level = useStockLevel(props.product?._id ?? '')
  const take = useRecentTake(level)
  const {product} = props
  if (product === undefined) return null
  const onHand = level?.onHand ?? 0
  const short = product.trackStock && (props.quantity ?? 0) + props.elsewhere > onHand
  const shown = format.quantity(onHand, product.unit)
  return (
    <Stack gap={2}>
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
        {product.trackStock &&
          t(short ? 'bill-form.stock-short' : 'bill-form.stock-after', {onHand: shown})}
      </Text>
      {take !== undefined && product.trackStock && (
        <Text data-testid="shop-line-taken" muted size={0}>
          {t(`bill-form.taken.${take.kind}`, {
            who: take.who,
            quantity: format.quantity(take.quantity, product.unit),
            ago: take.ago,
          })}
        </Text>
      )}
      {short && <TakeWhatIsLeft {...props} left={onHand - props.elsewhere} product={product} />}
    </Stack>
  )
}

/** The way forward when more is asked for than there is. Where the shop sells below zero, nothing has to be done. */
function TakeWhatIsLeft({
  product,
  left,
  onQuantity,
  onRemove,
}: LineStockProps & {product: Product; left: number}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {stockPolicy} = useShopSettings()
  if ((product.stockPolicy ?? stockPolicy) === 'allow') return null
  return (
    <Flex>
      <Button
        fontSize={0}
        mode="ghost"
        onClick={() =>
          left > 0 ? onQuantity(formatQuantityInput(left, product.unit)) : onRemove()
        }
        padding={2}
        text={
          left > 0
            ? t('bill-form.take-left', {quantity: format.quantity(left, product.unit)})
            : t('bill-form.take-none')
        }
        tone="caution"
        type="button"
      />
    </Flex>
  )
}
