import {SearchIcon} from '@sanity/icons/Search'
import {Card, Stack, TextInput} from '@sanity/ui'
import {useMemo, useState} from 'react'
import type {Product} from 'sanity-plugin-shop/core'
import {useInventoryStore, useShopSnapshot} from 'sanity-plugin-shop/realtime'
import {CameraScan} from './CameraScan.tsx'
import {findProducts} from './findProducts.ts'
import {Row} from './Row.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'

export interface ProductSearchProps {
  onPick: (product: Product) => void
  /** Only products whose stock is tracked. */
  trackedOnly?: boolean
}

/** Products by name, SKU or barcode, with price and stock. */
export function ProductSearch({onPick, trackedOnly = false}: ProductSearchProps) {
  const {t} = useTexts()
  const [text, setText] = useState('')
  const products = useShopSnapshot((snapshot) => snapshot.products)
  // A code in view is told once for as long as it stays: what is not found waits in the search, to be read.
  const scan = (code: string) => {
    const [product] = findProducts(products.values(), code, trackedOnly)
    setText(product === undefined ? code : '')
    if (product !== undefined) onPick(product)
  }
  const found = useMemo(
    () => findProducts(products.values(), text, trackedOnly),
    [products, text, trackedOnly],
  )
  return (
    <Stack gap={2}>
      <TextInput
        aria-label={t('search')}
        clearButton={text !== ''}
        icon={SearchIcon}
        onChange={({currentTarget: {value}}) => setText(value)}
        onClear={() => setText('')}
        placeholder={t('search')}
        value={text}
      />
      <CameraScan onScan={scan} />
      {text !== '' && (
        <Card border overflow="hidden" radius={3}>
          {found.length === 0 && <Row title={t('search.none')} />}
          {found.map((product) => (
            <Found
              key={product._id}
              onPick={() => {
                setText('')
                onPick(product)
              }}
              product={product}
            />
          ))}
        </Card>
      )}
    </Stack>
  )
}

function Found({product, onPick}: {product: Product; onPick: () => void}) {
  const {t} = useTexts()
  const format = useFormat()
  const onHand = useInventoryStore(({levelOf}) => levelOf(product._id)?.onHand ?? 0)
  return (
    <Row
      figure={format.money(product.price)}
      label={t('add', {name: product.name})}
      onPress={onPick}
      subtitle={product.trackStock ? format.quantity(onHand, product.unit) : product.sku}
      title={product.name}
    />
  )
}
