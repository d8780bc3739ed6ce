import {Badge, Flex, Stack, Text} from '@sanity/ui'
import type {RefObject} from 'react'
import {useTranslation} from 'sanity'
import {SearchPicker} from '../../components/SearchPicker.tsx'
import {stockState} from '../../domain/alerts.ts'
import type {Product} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {searchProducts} from './pickers.ts'
import type {ProductOption} from './pickers.ts'
import {stockTones} from './states.ts'
import {useShopFormat, useStockLevel} from './useShop.ts'
import {useShopSnapshot} from '../../realtime/index.ts'

export interface ProductPickerProps {
  id: string
  onPick: (product: Product) => void
  inputRef?: RefObject<HTMLInputElement | null>
  /** Only products whose stock is tracked. */
  trackedOnly?: boolean
  describedBy?: string
  invalid?: boolean
}

/** Finds a product by name, SKU or barcode, with the stock beside each. */
export function ProductPicker(props: ProductPickerProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const search = (query: string) =>
    searchProducts(products, query).filter(
      ({product}) => props.trackedOnly !== true || product.trackStock,
    )
  return (
    <SearchPicker
      autoFocus
      describedBy={props.describedBy}
      emptyText={(query) => t('picker.product.empty', {query})}
      id={props.id}
      inputRef={props.inputRef}
      invalid={props.invalid}
      label={t('picker.product.label')}
      onPick={(option: ProductOption) => props.onPick(option.product)}
      placeholder={t('picker.product.placeholder')}
      renderOption={({product}) => <Option product={product} />}
      search={search}
      testId="shop-product-search"
    />
  )
}

function Option({product}: {product: Product}) {
  const format = useShopFormat()
  const level = useStockLevel(product._id)
  const state = stockState(product, level)
  return (
    <Flex align="center" gap={3}>
      <Stack flex={1} gap={2}>
        <Text size={1} textOverflow="ellipsis" weight="medium">
          {product.name}
        </Text>
        <Text muted size={0}>
          {[product.sku, product.barcode].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
      {state !== 'untracked' && (
        <Badge fontSize={0} tone={stockTones[state]}>
          {format.quantity(level?.onHand ?? 0, product.unit)}
        </Badge>
      )}
      <Text size={1}>{format.money(product.price)}</Text>
    </Flex>
  )
}
