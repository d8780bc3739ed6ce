import {Card, Grid, Heading, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useShopFigures, useShopSnapshot} from 'sanity-plugin-shop/realtime'
import type {ShopSnapshot} from 'sanity-plugin-shop/realtime'
import {Row} from './Row.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'

const SHOWN = 8

type Headline = NonNullable<ShopSnapshot['headline']>

/** Today in six figures, as of when they were counted until the shop is there, and the last bills. */
export function TodayPart({ready}: {ready: boolean}) {
  const {t} = useTexts()
  const headline = useShopSnapshot((snapshot) => snapshot.headline)
  const live = useLiveFigures()
  const {sales, bills, average, receivables, low, out} =
    headline === undefined ? live : figuresOf(headline)
  const format = useFormat(headline)
  const money = (minor: number | undefined) => (minor === undefined ? '–' : format.money(minor))
  const count = (of: number | undefined) => (of === undefined ? '–' : String(of))
  return (
    <Stack gap={4}>
      {headline !== undefined && (
        <Text data-testid="shop-as-of" muted role="status" size={1}>
          {t('as-of', {time: format.time(headline.asOf)})}
        </Text>
      )}
      <Grid gap={2} gridTemplateColumns={2}>
        <Figure label={t('sales')} name="sales-today" value={money(sales)} />
        <Figure label={t('bills')} name="bills-today" value={count(bills)} />
        <Figure label={t('average')} name="average-bill" value={money(average)} />
        <Figure label={t('receivables')} name="receivables" value={money(receivables)} />
        <Figure label={t('low')} name="low-stock" value={count(low)} />
        <Figure label={t('out')} name="out-of-stock" value={count(out)} />
      </Grid>
      {ready && <LastBills />}
    </Stack>
  )
}

/** Money in minor units; what a headline does not know is absent. */
interface Figures {
  sales?: number
  bills?: number
  average?: number
  receivables?: number
  low?: number
  out?: number
}

function useLiveFigures(): Figures {
  const figures = useShopFigures()
  return {
    sales: figures.salesToday,
    bills: figures.billsToday,
    average: figures.averageBill,
    receivables: figures.receivables,
    low: figures.lowStock.length,
    out: figures.outOfStock.length,
  }
}

function figuresOf({sales, stock, receivables}: Headline): Figures {
  return {
    ...(sales === undefined
      ? {}
      : {sales: sales.now.sales, bills: sales.now.bills, average: sales.now.average}),
    ...(stock.alerts === undefined ? {} : {low: stock.alerts.low, out: stock.alerts.out}),
    receivables: receivables.sum,
  }
}

function Figure({name, label, value}: {name: string; label: string; value: string}) {
  return (
    <Card border padding={3} radius={3}>
      <Stack gap={3}>
        <Text muted size={1}>
          {label}
        </Text>
        <Heading as="p" data-testid={`shop-stat-${name}`} size={1}>
          {value}
        </Heading>
      </Stack>
    </Card>
  )
}

function LastBills() {
  const {t} = useTexts()
  const format = useFormat()
  const bills = useShopSnapshot((snapshot) => snapshot.bills)
  const last = useMemo(
    () =>
      [...bills.values()]
        .toSorted((a, b) => (a.occurredAt < b.occurredAt ? 1 : -1))
        .slice(0, SHOWN),
    [bills],
  )
  return (
    <Stack gap={3}>
      <Heading as="h2" size={0}>
        {t('last-bills')}
      </Heading>
      <Card border overflow="hidden" radius={3}>
        {last.length === 0 && <Row title={t('no-bills')} />}
        {last.map((bill) => (
          <Row
            figure={format.money(bill.totals.total)}
            key={bill._id}
            subtitle={bill.customerName ?? t('walk-in')}
            testId={`shop-row-bill-${bill._id}`}
            title={bill.number}
          />
        ))}
      </Card>
    </Stack>
  )
}
