import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {StatCard, StatGrid} from '../../components/StatCard.tsx'
import type {TileLink} from '../../components/StatCard.tsx'
import {growth} from '../../domain/analytics/salesSums.ts'
import type {KeyFigures} from '../../domain/keyFigures.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSnapshot} from '../../realtime/index.ts'
import {useAsOf} from '../useAsOf.ts'
import {useViewLink} from '../useViewLink.ts'
import {useComparisons} from './useComparisons.ts'
import type {PastDay} from './useComparisons.ts'
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
  const format = useShopFormat()
  const ready = useHasData()
  const {day: asOf} = useAsOf()
  const day = useShopSnapshot(({figures}) => figures.day)
  const {now, yesterday, lastWeek} = useComparisons(asOf === undefined)
  const trends = useTrends(day)
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
              <Against key={past.day} name={name} now={now} past={past} toText={toText} />
            ))}
            key={name}
            label={t(`stat.${name}-${suffix}`, {day: format.shortDay(day)})}
            link={link}
            testId={testId}
            trend={trends[name]}
            value={ready && value !== undefined ? toText(value) : undefined}
          />
        )
      })}
    </StatGrid>
  )
}

interface AgainstProps {
  name: Name
  now: KeyFigures
  past: PastDay
  toText: (value: number) => string
}

function Against({name, now, past, toText}: AgainstProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
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
