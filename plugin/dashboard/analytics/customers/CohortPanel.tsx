import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {HeatTable} from '../../../components/HeatTable.tsx'
import {returningRate, toCohorts} from '../../../domain/analytics/cohorts.ts'
import type {Cohort} from '../../../domain/analytics/cohorts.ts'
import {monthOf} from '../../../domain/analytics/periods.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useCohortCount, useShopSnapshot} from '../../../realtime/index.ts'
import {Loading} from '../../Loading.tsx'
import {FigurePanel} from '../FigurePanel.tsx'
import {useColumns} from '../useColumns.ts'

/** Columns of months that fit; the file holds all. */
const SHOWN_MONTHS = 12

interface CohortRow {
  cohort: Cohort
  distance: number
  bought: number
}

/** Of the customers who bought first in a month: how many came again in each month after it. */
export function CohortPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const columns = useColumns()
  const today = useShopSnapshot(({figures}) => figures.day)
  const {value, error} = useCohortCount()
  const months = value?.months
  const cohorts = useMemo(() => toCohorts(months ?? new Map(), monthOf(today)), [months, today])
  const rows = useMemo(() => cohorts.flatMap(toRows), [cohorts])
  const rate = useMemo(() => returningRate(months ?? new Map()), [months])
  if (error !== undefined) throw error
  if (value?.isDone !== true)
    return <Loading text={t('analytics.counted', {count: value?.read ?? 0})} />
  return (
    <FigurePanel
      chart={<CohortTable cohorts={cohorts} />}
      columns={[
        columns.text('first-month', ({cohort}: CohortRow) => cohort.month),
        columns.count('customers', ({cohort}: CohortRow) => cohort.customers),
        columns.count('months-later', ({distance}: CohortRow) => distance),
        columns.count('came-again', ({bought}: CohortRow) => bought),
        columns.rate('share', ({cohort, bought}: CohortRow) => shareOf(bought, cohort.customers)),
      ]}
      emptyHint={t('analytics.customers.none-hint')}
      emptyTitle={t('analytics.customers.none')}
      fileName="customer-cohorts"
      keyOf={({cohort, distance}) => `${cohort.month} ${distance}`}
      note={t('analytics.cohorts.note', {rate: format.percent(rate ?? 0)})}
      rows={rows}
      title={t('analytics.cohorts')}
    />
  )
}

function toRows(cohort: Cohort): readonly CohortRow[] {
  return cohort.bought.map((bought, distance) => ({cohort, distance, bought}))
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 10_000) / whole)
}

function CohortTable({cohorts}: {cohorts: readonly Cohort[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const shown = cohorts.slice(-SHOWN_MONTHS)
  const most = Math.max(0, ...shown.map(({bought}) => bought.length))
  const distances = Array.from({length: Math.min(most, SHOWN_MONTHS)}, (_, index) => index)
  return (
    <HeatTable
      caption={t('analytics.cohorts')}
      columns={distances.map((distance) => ({
        key: String(distance),
        label: distance === 0 ? t('analytics.cohorts.first') : `+${format.number(distance)}`,
        visible: true,
      }))}
      rows={shown.map(({month, customers, bought}) => ({
        key: month,
        label: t('analytics.cohorts.row', {month: format.month(month), count: customers}),
        cells: distances.map((distance) => {
          const count = bought[distance]
          if (count === undefined) return {key: String(distance), heat: undefined, text: ''}
          const share = format.percent(shareOf(count, customers))
          return {
            key: String(distance),
            heat: customers === 0 ? 0 : count / customers,
            text: t('analytics.cohorts.cell', {
              month: format.month(month),
              distance,
              count,
              share,
            }),
            visible: distance === 0 ? format.number(count) : share,
          }
        }),
      }))}
    />
  )
}
