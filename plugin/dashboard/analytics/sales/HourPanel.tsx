import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {HeatTable} from '../../../components/HeatTable.tsx'
import {salesHeatMap, soldHours} from '../../../domain/analytics/heatMap.ts'
import type {HeatMap} from '../../../domain/analytics/heatMap.ts'
import type {DayRange} from '../../../domain/analytics/periods.ts'
import type {DaySummary} from '../../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useColumns} from '../useColumns.ts'

export interface HourPanelProps {
  summaries: ReadonlyMap<string, DaySummary>
  range: DayRange
}

interface HourRow {
  weekday: number
  hour: number
  days: number
  amount: number
}

const OPENING = 8
const CLOSING = 20

/** When the shop sells: bill totals by weekday and hour. */
export function HourPanel({summaries, range}: HourPanelProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const columns = useColumns()
  const map = useMemo(() => salesHeatMap(summaries.values(), range), [summaries, range])
  const rows = useMemo(() => toRows(map), [map])
  return (
    <FigurePanel
      chart={<Heat map={map} />}
      columns={[
        columns.text('weekday', ({weekday}: HourRow) => format.weekday(weekday)),
        columns.text('hour', ({hour}: HourRow) => toHour(hour)),
        columns.money('amount', ({amount}: HourRow) => amount),
        columns.money('per-day', ({amount, days}: HourRow) =>
          Math.round(amount / Math.max(1, days)),
        ),
      ]}
      emptyHint={t('analytics.empty.hint')}
      emptyTitle={t('analytics.empty.title')}
      fileName="sales-by-hour"
      keyOf={({weekday, hour}) => `${weekday} ${hour}`}
      rows={rows}
      title={t('analytics.hours')}
    />
  )
}

function toRows({rows}: HeatMap): readonly HourRow[] {
  return rows.flatMap(({weekday, days, hours}) =>
    hours.flatMap((amount, hour) => (amount === 0 ? [] : [{weekday, hour, days, amount}])),
  )
}

function Heat({map}: {map: HeatMap}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {first, last} = soldHours(map, OPENING, CLOSING)
  const hours = Array.from({length: last - first + 1}, (_, index) => first + index)
  return (
    <HeatTable
      caption={t('analytics.hours')}
      columns={hours.map((hour) => ({
        key: String(hour),
        label: hour % 3 === 0 ? String(hour) : toHour(hour),
        visible: hour % 3 === 0,
      }))}
      rows={map.rows.map(({weekday, hours: amounts}) => ({
        key: String(weekday),
        label: format.weekday(weekday),
        cells: hours.map((hour) => ({
          key: String(hour),
          heat: map.most > 0 ? (amounts[hour] ?? 0) / map.most : 0,
          text: t('analytics.hours.cell', {
            weekday: format.weekday(weekday),
            hour: toHour(hour),
            amount: format.money(amounts[hour] ?? 0),
          }),
        })),
      }))}
    />
  )
}

function toHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
