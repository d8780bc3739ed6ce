import {Flex, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {TrendChart} from '../../../components/TrendChart.tsx'
import {rangeBefore} from '../../../domain/analytics/periods.ts'
import type {DayRange, Grain} from '../../../domain/analytics/periods.ts'
import {margin, netSales, salesByPeriod} from '../../../domain/analytics/salesSums.ts'
import type {PeriodSales} from '../../../domain/analytics/salesSums.ts'
import type {DaySummary} from '../../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useColumns} from '../useColumns.ts'

export interface TrendPanelProps {
  summaries: ReadonlyMap<string, DaySummary>
  range: DayRange
  by: Grain
}

interface TrendRow extends PeriodSales {
  /** At the same place of the range before; absent where that range is shorter. */
  before: number | undefined
}

/** Sales of every period, and as a line those of the range before. */
export function TrendPanel({summaries, range, by}: TrendPanelProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const rows = useMemo(() => trendRows(summaries, range, by), [summaries, range, by])
  const columns = useTrendColumns()
  const sold = rows.some(({sums}) => sums.sales !== 0 || sums.credits !== 0)
  return (
    <FigurePanel
      chart={<Trend by={by} rows={rows} />}
      columns={columns}
      emptyHint={t('analytics.empty.hint')}
      emptyTitle={t('analytics.empty.title')}
      fileName={`sales-by-${by}`}
      keyOf={({from}) => from}
      note={t('analytics.trend.note')}
      rows={sold ? rows : []}
      title={t('analytics.trend')}
    />
  )
}

function trendRows(
  summaries: ReadonlyMap<string, DaySummary>,
  range: DayRange,
  by: Grain,
): readonly TrendRow[] {
  const before = salesByPeriod(summaries.values(), rangeBefore(range), by)
  return salesByPeriod(summaries.values(), range, by).map((period, index) => ({
    ...period,
    before: before[index]?.sums.sales,
  }))
}

function Trend({rows, by}: {rows: readonly TrendRow[]; by: Grain}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const nameOf = usePeriodName(by)
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return null
  const best = rows.reduce((a, b) => (b.sums.sales > a.sums.sales ? b : a))
  return (
    <Stack gap={3}>
      <TrendChart
        height={180}
        points={rows.map((row) => ({
          key: row.from,
          value: row.sums.sales,
          ...(row.before === undefined ? {} : {before: row.before}),
          label: t('analytics.trend.point', {
            period: nameOf(row),
            amount: format.money(row.sums.sales),
            before: format.money(row.before ?? 0),
          }),
        }))}
        title={t('analytics.trend.title', {
          from: format.day(first.from),
          to: format.day(last.to),
          best: nameOf(best),
          amount: format.money(best.sums.sales),
        })}
      />
      <Flex justify="space-between">
        <Text muted size={0}>
          {nameOf(first)}
        </Text>
        <Text muted size={0}>
          {t('analytics.trend.legend', {amount: format.money(best.sums.sales)})}
        </Text>
        <Text muted size={0}>
          {nameOf(last)}
        </Text>
      </Flex>
    </Stack>
  )
}

/** A day by its name, a week by its days, a month by its name. */
function usePeriodName(by: Grain): (period: DayRange) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  if (by === 'day') return ({from}) => format.shortDay(from)
  if (by === 'month') return ({from}) => format.month(from.slice(0, 7))
  return ({from, to}) => t('analytics.week', {from: format.day(from), to: format.day(to)})
}

function useTrendColumns() {
  const columns = useColumns()
  return useMemo(
    () => [
      columns.day<TrendRow>('from', ({from}) => from),
      columns.day<TrendRow>('to', ({to}) => to),
      columns.count<TrendRow>('bills', ({sums}) => sums.bills),
      columns.money<TrendRow>('sales', ({sums}) => sums.sales),
      columns.money<TrendRow>('before', ({before}) => before ?? 0),
      columns.money<TrendRow>('credits', ({sums}) => sums.credits),
      columns.money<TrendRow>('tax', ({sums}) => sums.tax),
      columns.money<TrendRow>('net', ({sums}) => netSales(sums)),
      columns.money<TrendRow>('cost', ({sums}) => sums.cost),
      columns.money<TrendRow>('margin', ({sums}) => margin(sums)),
    ],
    [columns],
  )
}
