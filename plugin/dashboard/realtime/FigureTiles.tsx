import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useFormatOf} from '../../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../../components/StatCard.tsx'
import {receivablesHeadline, stockHeadline} from '../../domain/headline.ts'
import type {Headline} from '../../domain/headline.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSettings, useShopSnapshot} from '../../realtime/index.ts'
import {useViewLink} from '../useViewLink.ts'

type TileFigures = Pick<Headline, 'currency' | 'timeZone' | 'stock' | 'receivables'>

/** What is on the shelf and what is owed; every tile opens what is behind it. */
export function FigureTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const headline = useShopSnapshot((snapshot) => snapshot.headline)
  const live = useLiveFigures()
  const shown = headline ?? live
  const hasFigures = useHasData() || headline !== undefined
  return (
    <StatGrid aria-label={t('stats.label')} data-columns="5">
      <StockTiles figures={shown} hasFigures={hasFigures} />
      <ReceivablesTiles figures={shown} hasFigures={hasFigures} />
    </StatGrid>
  )
}

function useLiveFigures(): TileFigures {
  const figures = useShopSnapshot((snapshot) => snapshot.figures)
  const products = useShopSnapshot((snapshot) => snapshot.products.size)
  const {currency, timeZone} = useShopSettings()
  return useMemo(
    () => ({
      currency,
      timeZone,
      stock: stockHeadline(figures, products),
      receivables: receivablesHeadline(figures),
    }),
    [figures, products, currency, timeZone],
  )
}

interface TilesProps {
  figures: TileFigures
  hasFigures: boolean
}

function StockTiles({figures, hasFigures}: TilesProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useFormatOf(figures)
  const {value, products, alerts} = figures.stock
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
        tone={(alerts?.low ?? 0) > 0 ? 'caution' : 'default'}
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
        tone={(alerts?.out ?? 0) > 0 ? 'critical' : 'default'}
        value={count(alerts?.out)}
      />
    </>
  )
}

function ReceivablesTiles({figures, hasFigures}: TilesProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useFormatOf(figures)
  const {sum, overdue} = figures.receivables
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
        tone={overdue.bills > 0 ? 'critical' : 'default'}
        value={hasFigures ? String(overdue.bills) : undefined}
      />
    </>
  )
}
