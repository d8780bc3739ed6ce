import {useTranslation} from 'sanity'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../../../components/StatCard.tsx'
import {
  averageBillOf,
  growth,
  margin,
  marginRate,
  netSales,
} from '../../../domain/analytics/salesSums.ts'
import type {SalesFigures} from '../../../domain/analytics/salesSums.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'

const MONEY_TILES: readonly {name: string; value: (sums: SalesFigures) => number}[] = [
  {name: 'sales', value: ({sales}) => sales},
  {name: 'net', value: netSales},
  {name: 'margin', value: margin},
  {name: 'average-bill', value: averageBillOf},
  {name: 'credits', value: ({credits}) => credits},
  {name: 'tax', value: ({tax}) => tax},
]

/** The range in eight figures, each with its change against the range before. */
export function SalesTiles({now, before}: {now: SalesFigures; before: SalesFigures}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const rate = marginRate(now)
  const rateBefore = marginRate(before)
  return (
    <StatGrid aria-label={t('analytics.figures')}>
      {MONEY_TILES.map(({name, value}) => (
        <StatCard
          hint={<Change before={value(before)} now={value(now)} toText={format.money} />}
          key={name}
          label={t(`analytics.tile.${name}`)}
          testId={`shop-stat-analytics-${name}`}
          value={format.money(value(now))}
        />
      ))}
      <StatCard
        hint={<Change before={before.bills} now={now.bills} toText={format.number} />}
        label={t('analytics.tile.bills')}
        testId="shop-stat-analytics-bills"
        value={format.number(now.bills)}
      />
      <StatCard
        hint={
          rateBefore === undefined
            ? t('analytics.before.none')
            : t('analytics.before.rate', {rate: format.percent(rateBefore)})
        }
        label={t('analytics.tile.margin-rate')}
        testId="shop-stat-analytics-margin-rate"
        value={rate === undefined ? '–' : format.percent(rate)}
      />
    </StatGrid>
  )
}

function Change(props: {now: number; before: number; toText: (value: number) => string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const change = growth(props.now, props.before)
  if (change === undefined) return t('analytics.before.none')
  return t('analytics.before.change', {
    change: format.growth(change),
    before: props.toText(props.before),
  })
}
