import {Card, Grid, Heading, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useShopFigures, useShopSnapshot} from 'sanity-plugin-shop/realtime'
import {Row} from './Row.tsx'
import {useTexts} from './TextsContext.ts'
import {useFormat} from './useFormat.ts'

const SHOWN = 8

/** Today in six figures, and the last bills. */
export function TodayPart() {
  const {t} = useTexts()
  const format = useFormat()
  const figures = useShopFigures()
  return (
    <Stack gap={4}>
      <Grid gap={2} gridTemplateColumns={2}>
        <Figure label={t('sales')} name="sales-today" value={format.money(figures.salesToday)} />
        <Figure label={t('bills')} name="bills-today" value={String(figures.billsToday)} />
        <Figure
          label={t('average')}
          name="average-bill"
          value={format.money(figures.averageBill)}
        />
        <Figure
          label={t('receivables')}
          name="receivables"
          value={format.money(figures.receivables)}
        />
        <Figure label={t('low')} name="low-stock" value={String(figures.lowStock.length)} />
        <Figure label={t('out')} name="out-of-stock" value={String(figures.outOfStock.length)} />
      </Grid>
      <LastBills />
    </Stack>
  )
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
