import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {ShareBars} from '../../../components/ShareBars.tsx'
import {deadStock} from '../../../domain/analytics/productCover.ts'
import type {ProductCover} from '../../../domain/analytics/productCover.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useCoverColumns} from './useCoverColumns.tsx'

const COLUMNS = ['product', 'sku', 'on-hand', 'value'] as const
const SHOWN = 10

/** On the shelf and not sold in the range, with the money that lies in it. */
export function DeadStockPanel({covers}: {covers: readonly ProductCover[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const rows = useMemo(() => deadStock(covers), [covers])
  const most = Math.max(1, rows[0]?.value ?? 0)
  const tied = rows.reduce((sum, {value}) => sum + value, 0)
  return (
    <FigurePanel
      chart={
        <ShareBars
          bars={rows.slice(0, SHOWN).map(({product, value, onHand}) => ({
            key: product._id,
            name: product.name,
            amount: format.money(value),
            length: value / most,
            note: format.quantity(onHand, product.unit),
          }))}
          label={t('analytics.dead')}
        />
      }
      columns={useCoverColumns(COLUMNS)}
      emptyHint={t('analytics.dead.none-hint')}
      emptyTitle={t('analytics.dead.none')}
      fileName="dead-stock"
      keyOf={({product}) => product._id}
      note={t('analytics.dead.note', {count: rows.length, amount: format.money(tied)})}
      rows={rows}
      title={t('analytics.dead')}
    />
  )
}
