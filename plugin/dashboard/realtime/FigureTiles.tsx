import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../../components/StatCard.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSnapshot} from '../../realtime/index.ts'
import {useViewLink} from '../useViewLink.ts'

/** What is on the shelf and what is owed; every tile opens what is behind it. */
export function FigureTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <StatGrid aria-label={t('stats.label')} data-columns="5">
      <StockTiles />
      <ReceivablesTiles />
    </StatGrid>
  )
}

function StockTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ready = useHasData()
  const figures = useShopSnapshot((snapshot) => snapshot.figures)
  const products = useShopSnapshot((snapshot) => snapshot.products.size)
  const low = figures.lowStock.length
  const out = figures.outOfStock.length
  const negative = figures.negativeStock.length
  return (
    <>
      <StatCard
        hint={t('stat.hint.at-cost')}
        label={t('stat.stock-value')}
        link={useViewLink('inventory', {sort: '-value'})}
        testId="shop-stat-stock-value"
        value={ready ? format.money(figures.stockValue) : undefined}
      />
      <StatCard
        hint={t('stat.hint.products', {count: products})}
        label={t('stat.low-stock')}
        link={useViewLink('inventory', {state: 'low'})}
        testId="shop-stat-low-stock"
        tone={low > 0 ? 'caution' : 'default'}
        value={ready ? String(low) : undefined}
      />
      <StatCard
        hint={
          negative > 0
            ? t('stat.hint.negative', {count: negative})
            : t('stat.hint.products', {count: products})
        }
        label={t('stat.out-of-stock')}
        link={useViewLink('inventory', {state: 'out'})}
        testId="shop-stat-out-of-stock"
        tone={out > 0 ? 'critical' : 'default'}
        value={ready ? String(out) : undefined}
      />
    </>
  )
}

function ReceivablesTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ready = useHasData()
  const figures = useShopSnapshot((snapshot) => snapshot.figures)
  const oldest = figures.overdue.at(0)
  const overdue = figures.overdue.reduce((sum, {balance}) => sum + balance, 0)
  return (
    <>
      <StatCard
        hint={
          overdue > 0
            ? t('stat.hint.overdue-amount', {amount: format.money(overdue)})
            : t('stat.hint.none-overdue')
        }
        label={t('stat.receivables')}
        link={useViewLink('bills', {state: 'open', sort: 'due'})}
        testId="shop-stat-receivables"
        value={ready ? format.money(figures.receivables) : undefined}
      />
      <StatCard
        hint={
          oldest !== undefined
            ? t('stat.hint.oldest', {count: oldest.daysOverdue})
            : t('stat.hint.none-overdue')
        }
        label={t('stat.overdue')}
        link={useViewLink('bills', {state: 'overdue', sort: 'due'})}
        testId="shop-stat-overdue"
        tone={figures.overdue.length > 0 ? 'critical' : 'default'}
        value={ready ? String(figures.overdue.length) : undefined}
      />
    </>
  )
}
