import {dequal} from 'dequal'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useFormatOf} from '../../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../../components/StatCard.tsx'
import {receivablesHeadline, stockHeadline} from '../../domain/headline.ts'
import type {ReceivablesHeadline, StockHeadline} from '../../domain/headline.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {ShopSnapshot} from '../../live/types.ts'
import {useHasData, useShopSettings, useShopSnapshot} from '../../realtime/index.ts'
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

/** The currency is that of the headline for as long as the headline is shown. */
function useTileFormat() {
  const headline = useShopSnapshot((snapshot) => snapshot.headline)
  const settings = useShopSettings()
  return useFormatOf(headline ?? settings)
}

function useHasFigures(): boolean {
  const isEarly = useShopSnapshot(({headline}) => headline !== undefined)
  return useHasData() || isEarly
}

const stockOf = ({headline, figures, products}: ShopSnapshot): StockHeadline =>
  headline?.stock ?? stockHeadline(figures, products.size)

function useReceivables(): ReceivablesHeadline {
  const early = useShopSnapshot(({headline}) => headline?.receivables)
  const receivables = useShopSnapshot(({figures}) => figures.receivables)
  const overdue = useShopSnapshot(({figures}) => figures.overdue)
  // thousands of bills: not with every change of something else
  const live = useMemo(() => receivablesHeadline({receivables, overdue}), [receivables, overdue])
  return early ?? live
}

function StockTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useTileFormat()
  const hasFigures = useHasFigures()
  const {value, products, alerts} = useShopSnapshot(stockOf, dequal)
  const count = (of: number | undefined) =>
    hasFigures && of !== undefined ? String(of) : undefined
  const negative = alerts?.negative ?? 0
  return (
    <>
      <StatCard
        hint={t('stat.hint.at-cost')}
        label={t('stat.stock-value')}
        link={useViewLink('inventory', {sort: '-value'})}
        testId="shop-stat-stock-value"
        value={hasFigures ? format.money(value) : undefined}
      />
      <StatCard
        hint={t('stat.hint.products', {count: products})}
        label={t('stat.low-stock')}
        link={useViewLink('inventory', {state: 'low'})}
        testId="shop-stat-low-stock"
        tone={(alerts?.low ?? 0) > 0 ? 'caution' : undefined}
        value={count(alerts?.low)}
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
        tone={(alerts?.out ?? 0) > 0 ? 'critical' : undefined}
        value={count(alerts?.out)}
      />
    </>
  )
}

function ReceivablesTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useTileFormat()
  const hasFigures = useHasFigures()
  const {sum, overdue} = useReceivables()
  return (
    <>
      <StatCard
        hint={
          overdue.sum > 0
            ? t('stat.hint.overdue-amount', {amount: format.money(overdue.sum)})
            : t('stat.hint.none-overdue')
        }
        label={t('stat.receivables')}
        link={useViewLink('bills', {state: 'open', sort: 'due'})}
        testId="shop-stat-receivables"
        value={hasFigures ? format.money(sum) : undefined}
      />
      <StatCard
        hint={
          overdue.bills > 0
            ? t('stat.hint.oldest', {count: overdue.oldestDays})
            : t('stat.hint.none-overdue')
        }
        label={t('stat.overdue')}
        link={useViewLink('bills', {state: 'overdue', sort: 'due'})}
        testId="shop-stat-overdue"
        tone={overdue.bills > 0 ? 'critical' : undefined}
        value={hasFigures ? String(overdue.bills) : undefined}
      />
    </>
  )
}
