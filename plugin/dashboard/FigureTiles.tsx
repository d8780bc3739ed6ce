import {useTranslation} from 'sanity'
import {useShopFormat} from '../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../components/StatCard.tsx'
import {addDays} from '../domain/calendar.ts'
import {daySummaryId} from '../domain/ids.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {useAsOf} from './useAsOf.ts'
import {useHasData, useShopSnapshot} from '../realtime/index.ts'

/** The shop in eight figures. */
export function FigureTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <StatGrid aria-label={t('stats.label')}>
      <SalesTiles />
      <StockTiles />
      <ReceivablesTiles />
    </StatGrid>
  )
}

function SalesTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ready = useHasData()
  const figures = useShopSnapshot((snapshot) => snapshot.figures)
  const {day: asOf} = useAsOf()
  const before = useShopSnapshot(({daySummaries}) =>
    daySummaries.get(daySummaryId(addDays(figures.day, -1))),
  )
  const day = format.shortDay(figures.day)
  return (
    <>
      <StatCard
        hint={
          figures.creditsToday > 0
            ? t('stat.hint.credits', {amount: format.money(figures.creditsToday)})
            : t('stat.hint.yesterday', {amount: format.money(before?.sales ?? 0)})
        }
        label={asOf === undefined ? t('stat.sales-today') : t('stat.sales-on', {day})}
        testId="shop-stat-sales-today"
        value={ready ? format.money(figures.salesToday) : undefined}
      />
      <StatCard
        hint={t('stat.hint.yesterday', {amount: before?.bills ?? 0})}
        label={asOf === undefined ? t('stat.bills-today') : t('stat.bills-on', {day})}
        testId="shop-stat-bills-today"
        value={ready ? String(figures.billsToday) : undefined}
      />
      <StatCard
        hint={
          before !== undefined && before.bills > 0
            ? t('stat.hint.yesterday', {
                amount: format.money(Math.round(before.sales / before.bills)),
              })
            : t('stat.hint.yesterday', {amount: format.money(0)})
        }
        label={t('stat.average-bill')}
        testId="shop-stat-average-bill"
        value={ready ? format.money(figures.averageBill) : undefined}
      />
    </>
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
        testId="shop-stat-stock-value"
        value={ready ? format.money(figures.stockValue) : undefined}
      />
      <StatCard
        hint={t('stat.hint.products', {count: products})}
        label={t('stat.low-stock')}
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
        testId="shop-stat-overdue"
        tone={figures.overdue.length > 0 ? 'critical' : 'default'}
        value={ready ? String(figures.overdue.length) : undefined}
      />
    </>
  )
}
