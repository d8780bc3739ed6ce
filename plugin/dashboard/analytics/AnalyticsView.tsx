import {Box, Stack, Tab, TabList, TabPanel} from '@sanity/ui'
import {useMemo} from 'react'
import type {ComponentType} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {Guarded} from '../Guarded.tsx'
import {Loading} from '../Loading.tsx'
import {useViewParams} from '../useViewParams.ts'
import type {PartProps} from './partProps.ts'
import {CustomersPart} from './CustomersPart.tsx'
import {ProductsPart} from './ProductsPart.tsx'
import {parseRange} from './range.ts'
import {RangeControls} from './RangeControls.tsx'
import {SalesPart} from './SalesPart.tsx'
import {StockPart} from './StockPart.tsx'

const PARTS: readonly {name: string; component: ComponentType<PartProps>}[] = [
  {name: 'sales', component: SalesPart},
  {name: 'products', component: ProductsPart},
  {name: 'stock', component: StockPart},
  {name: 'customers', component: CustomersPart},
]

/** What any range of days brought; range, periods and part stand in the URL. */
export default function AnalyticsView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {get, set} = useViewParams()
  const ready = useShopReady()
  const today = useShopSnapshot(({figures}) => figures.day)
  const {range, by} = useMemo(() => parseRange(get, today), [get, today])
  const part = PARTS.find(({name}) => name === get('show')) ?? PARTS[0]
  const title = t('dashboard.view.analytics')
  return (
    <Box aria-label={title} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <RangeControls by={by} range={range} today={today} />
        <TabList gap={1}>
          {PARTS.map(({name}) => (
            <Tab
              aria-controls={`shop-analytics-${name}`}
              fontSize={1}
              id={`shop-analytics-tab-${name}`}
              key={name}
              label={t(`analytics.part.${name}`)}
              onClick={() => set({show: name})}
              padding={2}
              selected={name === part?.name}
            />
          ))}
        </TabList>
        {!ready && <Loading text={t('view.loading', {title})} />}
        {ready && part !== undefined && (
          <TabPanel
            aria-labelledby={`shop-analytics-tab-${part.name}`}
            id={`shop-analytics-${part.name}`}
          >
            <Guarded key={part.name} title={t(`analytics.part.${part.name}`)}>
              <part.component by={by} range={range} />
            </Guarded>
          </TabPanel>
        )}
      </Stack>
    </Box>
  )
}
