import {uuid} from '@sanity/uuid'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../../actions/shared/useShop.ts'
import type {Product} from '../../../domain/documents.ts'
import {stockLevelId} from '../../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import type {ShopSnapshot} from '../../../live/types.ts'
import {useSanityOperations, useShopSnapshot, useShopStore} from '../../../realtime/index.ts'
import {TestRow} from './TestRow.tsx'
import {useTestOperation} from './useTestOperation.ts'

/** Adds one whole unit and takes it away again. */
export function TestStock() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const store = useShopStore()
  const {stock} = useSanityOperations()
  const {state, start} = useTestOperation()
  const product = useShopSnapshot(firstTracked)

  const run = (tried: Product) => {
    const before = sequenceOf(store.getSnapshot(), tried)
    const unit = 10 ** tried.unit.decimals
    const adjust = (quantity: number, reason: string) =>
      stock.adjust({key: uuid(), product: tried._id, quantity, reason, kind: 'adjustment'})
    start({
      run: () => adjust(unit, t('test.reason')),
      change: {what: 'stock', product: tried._id, after: before},
      afterwards: () => adjust(-unit, t('test.reason-back')),
    })
  }

  return (
    <TestRow
      disabled={!ready || product === undefined}
      hint={
        product === undefined ? t('test.stock-none') : t('test.stock-hint', {name: product.name})
      }
      label={t('test.stock')}
      onClick={() => product !== undefined && run(product)}
      operation="stock.adjust"
      state={state}
      testId="shop-test-stock"
    />
  )
}

function sequenceOf(snapshot: ShopSnapshot, product: Product): number {
  return snapshot.stockLevels.get(stockLevelId(product._id))?.sequence ?? 0
}

function firstTracked({products}: ShopSnapshot): Product | undefined {
  for (const product of products.values()) {
    if (product.isActive && product.trackStock) return product
  }
  return undefined
}
