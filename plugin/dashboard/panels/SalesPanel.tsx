import {Box, Flex, Label, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {Bars} from '../../components/Bars.tsx'
import {EmptyState} from '../../components/EmptyState.tsx'
import {Panel} from '../../components/Panel.tsx'
import {addDays} from '../../domain/calendar.ts'
import type {DaySummary} from '../../domain/documents.ts'
import {daySummaryId} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSnapshot} from '../../realtime/index.ts'
import {LoadingPanel} from './LoadingPanel.tsx'
import {useViewLinks} from '../useViewLink.ts'

const DAYS = 30

/** The last days and the hours of the day as bars, from the day summaries. */
export function SalesPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const summaries = useShopSnapshot(({daySummaries}) => daySummaries)
  const day = useShopSnapshot(({figures}) => figures.day)
  const ready = useHasData()
  const days = useMemo(() => lastDays(summaries, day), [summaries, day])
  if (!ready) return <LoadingPanel title={t('sales.title')} />
  if (days.every(({sales}) => sales <= 0)) {
    return (
      <Panel title={t('sales.title')}>
        <EmptyState hint={t('sales.empty.hint')} title={t('sales.empty.title')} />
      </Panel>
    )
  }
  return (
    <Panel title={t('sales.title')}>
      <Box overflow="auto" padding={3}>
        <Stack gap={5}>
          <DayBars days={days} />
          <HourBars day={day} summary={summaries.get(daySummaryId(day))} />
        </Stack>
      </Box>
    </Panel>
  )
}

interface DaySales {
  day: string
  sales: number
}

function DayBars({days}: {days: readonly DaySales[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const best = days.reduce((a, b) => (b.sales > a.sales ? b : a))
  const total = days.reduce((sum, {sales}) => sum + sales, 0)
  return (
    <Stack gap={3}>
      <ChartHead label={t('sales.last-days', {count: days.length})} value={format.money(total)} />
      <Bars
        bars={days.map(({day, sales}, index) => ({
          key: day,
          value: sales,
          label: t('sales.bar', {day: format.shortDay(day), amount: format.money(sales)}),
          highlighted: index === days.length - 1,
        }))}
        height={110}
        title={t('sales.chart', {
          count: days.length,
          day: format.shortDay(best.day),
          amount: format.money(best.sales),
        })}
      />
      <Flex justify="space-between">
        <Text muted size={0}>
          {format.shortDay(days[0]?.day ?? '')}
        </Text>
        <Text muted size={0}>
          {format.shortDay(days.at(-1)?.day ?? '')}
        </Text>
      </Flex>
    </Stack>
  )
}

function HourBars({summary, day}: {summary: DaySummary | undefined; day: string}) {
  const linkTo = useViewLinks()
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const hours = hoursOf(summary)
  return (
    <Stack gap={3}>
      <ChartHead label={t('sales.by-hour')} value={format.money(summary?.sales ?? 0)} />
      <Bars
        bars={hours.map(({hour, sales}) => ({
          key: hour,
          value: sales,
          label: t('sales.bar', {day: `${hour}:00`, amount: format.money(sales)}),
          highlighted: true,
          link: sales === 0 ? undefined : linkTo('bills', {on: day, hour}),
        }))}
        height={70}
        title={t('sales.by-hour')}
      />
      <Flex justify="space-between">
        <Text muted size={0}>
          {`${hours[0]?.hour ?? '00'}:00`}
        </Text>
        <Text muted size={0}>
          {`${hours.at(-1)?.hour ?? '23'}:00`}
        </Text>
      </Flex>
    </Stack>
  )
}

function ChartHead({label, value}: {label: string; value: string}) {
  return (
    <Flex align="center" gap={3} justify="space-between">
      <Label muted size={0}>
        {label}
      </Label>
      <Text size={1} weight="medium">
        {value}
      </Text>
    </Flex>
  )
}

/** Days without a bill stand with 0. */
function lastDays(summaries: ReadonlyMap<string, DaySummary>, last: string): readonly DaySales[] {
  return Array.from({length: DAYS}, (_, index) => {
    const day = addDays(last, index - DAYS + 1)
    return {day, sales: summaries.get(daySummaryId(day))?.sales ?? 0}
  })
}

const OPENING = 8
const CLOSING = 20

/** The usual opening hours, wider when something was sold outside them. */
function hoursOf(summary: DaySummary | undefined): readonly {hour: string; sales: number}[] {
  const all = Array.from({length: 24}, (_, index) => {
    const hour = String(index).padStart(2, '0')
    return {index, hour, sales: summary?.byHour?.[`h${hour}`] ?? 0}
  })
  const sold = all.filter(({sales}) => sales !== 0).map(({index}) => index)
  const first = Math.min(OPENING, ...sold)
  const last = Math.max(CLOSING, ...sold)
  return all.filter(({index}) => index >= first && index <= last)
}
