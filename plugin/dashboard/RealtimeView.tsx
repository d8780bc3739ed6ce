import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat, useShopReady} from '../actions/shared/useShop.ts'
import {PanelGrid} from '../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import type {ShopSnapshot} from '../live/types.ts'
import {Guarded} from './Guarded.tsx'
import {useIsLasting} from './lasting.ts'
import {AlertsPanel} from './alerts/AlertsPanel.tsx'
import {BillsPanel} from './panels/BillsPanel.tsx'
import {BrandsPanel} from './panels/BrandsPanel.tsx'
import {MovementsPanel} from './panels/MovementsPanel.tsx'
import {ProductsPanel} from './panels/ProductsPanel.tsx'
import {SalesPanel} from './panels/SalesPanel.tsx'
import {AgingPanel} from './realtime/AgingPanel.tsx'
import {DayPanel} from './realtime/DayPanel.tsx'
import {FigureTiles} from './realtime/FigureTiles.tsx'
import {People} from './realtime/People.tsx'
import {SalesTiles} from './realtime/SalesTiles.tsx'
import {useAsOf, useFollowDay} from './useAsOf.ts'
import {useShopSnapshot} from '../realtime/index.ts'

/** Figures, alerts and live lists of the shop; the figures stand before the Studio has settled. */
export default function RealtimeView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {day} = useAsOf()
  const isLasting = useIsLasting()
  useFollowDay(day)
  return (
    <Box aria-label={t('dashboard.main')} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <Notices />
        <Guarded title={t('people.title')}>
          <People />
        </Guarded>
        <Guarded title={t('stats.sales')}>
          <SalesTiles />
        </Guarded>
        <Guarded title={t('stats.label')}>
          <FigureTiles />
        </Guarded>
        {isLasting && <Panels day={day} />}
      </Stack>
    </Box>
  )
}

function Panels({day}: {day: string | undefined}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <PanelGrid>
      <Guarded title={t('alerts.title')}>
        <AlertsPanel />
      </Guarded>
      <Guarded title={t('bills.title')}>
        <BillsPanel asOf={day} />
      </Guarded>
      <Guarded title={t('sales.title')}>
        <SalesPanel />
      </Guarded>
      <Guarded title={t('day.title')}>
        <DayPanel />
      </Guarded>
      <Guarded title={t('aging.title')}>
        <AgingPanel />
      </Guarded>
      <Guarded title={t('products.title')}>
        <ProductsPanel />
      </Guarded>
      <Guarded title={t('movements.title')}>
        <MovementsPanel asOf={day} />
      </Guarded>
      <Guarded title={t('brands.title')}>
        <BrandsPanel />
      </Guarded>
    </PanelGrid>
  )
}

/** What the figures are for when it is not today, and what contradicts the settings. */
function Notices() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ready = useShopReady()
  const {day, setDay} = useAsOf()
  const notices = useShopSnapshot((snapshot) => snapshot.notices)
  const lastSale = useShopSnapshot(lastSaleBeforeToday)
  return (
    <>
      {notices.map((notice) => (
        <Notice key={notice} text={notice} tone="caution" />
      ))}
      {day !== undefined && (
        <Notice text={t('as-of.notice', {day: format.day(day)})} tone="primary" />
      )}
      {ready && day === undefined && lastSale !== undefined && (
        <Notice text={t('as-of.last-sale', {day: format.day(lastSale)})} tone="primary">
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => setDay(lastSale)}
            padding={2}
            text={t('as-of.show-last')}
          />
        </Notice>
      )}
    </>
  )
}

function Notice(props: {text: string; tone: 'caution' | 'primary'; children?: React.ReactNode}) {
  return (
    <Card border padding={3} radius={3} tone={props.tone}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1}>{props.text}</Text>
        {props.children}
      </Flex>
    </Card>
  )
}

const LONG_AGO_DAYS = 7

/** The last day with a bill, when it is so long past that an empty dashboard would puzzle. */
function lastSaleBeforeToday({figures, daySummaries}: ShopSnapshot): string | undefined {
  let last: string | undefined
  for (const summary of daySummaries.values()) {
    if (summary.bills > 0 && (last === undefined || summary.day > last)) last = summary.day
  }
  if (last === undefined) return undefined
  const age = (Date.parse(figures.day) - Date.parse(last)) / 86_400_000
  return age > LONG_AGO_DAYS ? last : undefined
}
