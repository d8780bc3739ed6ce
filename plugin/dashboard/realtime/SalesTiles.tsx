import {useTranslation} from 'sanity'
import {useFormatOf} from '../../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../../components/StatCard.tsx'
import type {ShopFormat} from '../../components/format.ts'
import type {TileLink} from '../../components/StatCard.tsx'
import {growth} from '../../domain/analytics/salesSums.ts'
import type {PastDay, SalesHeadline} from '../../domain/headline.ts'
import type {KeyFigures} from '../../domain/keyFigures.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSettings, useShopSnapshot} from '../../realtime/index.ts'
import {useAsOf} from '../useAsOf.ts'
import {useViewLink} from '../useViewLink.ts'
import {useComparisons} from './useComparisons.ts'
import {useTrends} from './useTrends.ts'

type Name = keyof KeyFigures

const TILES: readonly {name: Name; testId: string; isMoney: boolean}[] = [
  {name: 'sales', testId: 'shop-stat-sales-today', isMoney: true},
  {name: 'bills', testId: 'shop-stat-bills-today', isMoney: false},
  {name: 'average', testId: 'shop-stat-average-bill', isMoney: true},
  {name: 'items', testId: 'shop-stat-items-today', isMoney: false},
  {name: 'margin', testId: 'shop-stat-margin-today', isMoney: true},
]

/** What the day has brought, against the day before and the same weekday at this time, and the fortnight as a line. */
export function SalesTiles() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {day: asOf} = useAsOf()
  const headline = useShopSnapshot((snapshot) => snapshot.headline)
  const settings = useShopSettings()
  const format = useFormatOf(headline ?? settings)
  const live = useLiveSales(asOf)
  const early = asOf === undefined ? headline?.sales : undefined
  const {day, now, yesterday, lastWeek, trends} = early ?? live
  const hasFigures = useHasData() || early !== undefined
  const bills = useViewLink('bills', {on: day})
  const analytics = useViewLink('analytics', {from: day, to: day})
  const suffix = asOf === undefined ? 'today' : 'on'
  return (
    <StatGrid aria-label={t('stats.sales')} data-columns="5">
      {TILES.map(({name, testId, isMoney}) => {
        const toText = isMoney ? format.money : format.number
        const value = now[name]
        const link: TileLink = name === 'margin' ? analytics : bills
        return (
          <StatCard
            comparisons={[yesterday, lastWeek].map((past) => (
              <Against
                format={format}
                key={past.day}
                name={name}
                now={now}
                past={past}
                toText={toText}
              />
            ))}
            key={name}
            label={t(`stat.${name}-${suffix}`, {day: format.shortDay(day)})}
            link={link}
            testId={testId}
            trend={trends[name]}
            value={hasFigures && value !== undefined ? toText(value) : undefined}
          />
        )
      })}
    </StatGrid>
  )
}

function useLiveSales(asOf: string | undefined): SalesHeadline {
  const day = useShopSnapshot(({figures}) => figures.day)
  const comparisons = useComparisons(asOf === undefined)
  return {day, ...comparisons, trends: useTrends(day)}
}

interface AgainstProps {
  format: ShopFormat
  name: Name
  now: KeyFigures
  past: PastDay
  toText: (value: number) => string
}

function Against({format, name, now, past, toText}: AgainstProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const before = past.figures[name]
  const value = now[name]
  const when = format.shortDay(past.day)
  if (before === undefined || value === undefined) return t('stat.against-unknown', {day: when})
  const grown = growth(value, before)
  return t(past.isSameTime ? 'stat.against-time' : 'stat.against-day', {
    day: when,
    before: toText(before),
    change: grown === undefined ? '' : format.growth(grown),
  })
}
