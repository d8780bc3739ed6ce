import type {SanityClient} from '@sanity/client'
import {BasketIcon} from '@sanity/icons/Basket'
import {BellIcon} from '@sanity/icons/Bell'
import {DashboardIcon} from '@sanity/icons/Dashboard'
import {PackageIcon} from '@sanity/icons/Package'
import {
  Badge,
  Box,
  Button,
  Card,
  Flex,
  Heading,
  Spinner,
  Text,
  ThemeProvider,
  usePrefersDark,
} from '@sanity/ui'
import {buildTheme} from '@sanity/ui/theme'
import {useState} from 'react'
import type {ComponentType} from 'react'
import type {Actor, ShopOptions} from 'sanity-plugin-shop/core'
import {
  SanityRealtimeProvider,
  useLiveStatus,
  useSanityAlerts,
  useShopSettings,
  useShopSnapshot,
} from 'sanity-plugin-shop/realtime'
import {styled} from 'styled-components'
import {AlertsPart} from './AlertsPart.tsx'
import {SellPart} from './SellPart.tsx'
import {StockPart} from './StockPart.tsx'
import type {Texts} from './texts.ts'
import {TextsContext, useTexts} from './TextsContext.ts'
import {TodayPart} from './TodayPart.tsx'
import {useReady} from './useReady.ts'

const theme = buildTheme()

const Page = styled(Card)`
  && {
    min-height: 100dvh;
    display: flex;
    flex-direction: column;
  }
`

const Bar = styled(Card)`
  position: sticky;
  z-index: 1;
  &[data-end] {
    bottom: 0;
    padding-bottom: env(safe-area-inset-bottom);
  }
  &:not([data-end]) {
    top: 0;
  }
`

const PARTS = [
  {name: 'today', icon: DashboardIcon, component: TodayPart},
  {name: 'alerts', icon: BellIcon, component: AlertsPart},
  {name: 'sell', icon: BasketIcon, component: SellPart},
  {name: 'stock', icon: PackageIcon, component: StockPart},
] as const satisfies readonly {
  name: string
  icon: ComponentType
  component: ComponentType<{ready: boolean}>
}[]

type PartName = (typeof PARTS)[number]['name']

export interface MobileAppProps {
  client: SanityClient
  actor: Actor
  options: ShopOptions
  texts: Texts
}

/** The shop on a phone: today's figures, what needs somebody, a sale, a change of stock. */
export function MobileApp({client, actor, options, texts}: MobileAppProps) {
  const scheme = usePrefersDark() ? 'dark' : 'light'
  return (
    <ThemeProvider scheme={scheme} theme={theme}>
      <TextsContext value={texts}>
        <SanityRealtimeProvider actor={actor} client={client} options={options}>
          <Shop />
        </SanityRealtimeProvider>
      </TextsContext>
    </ThemeProvider>
  )
}

function Shop() {
  const {t} = useTexts()
  const ready = useReady()
  const [shown, setShown] = useState<PartName>('today')
  const alerts = useSanityAlerts().count
  const hasHeadline = useShopSnapshot(({headline}) => headline !== undefined)
  return (
    <Page tone="transparent">
      <Head />
      <Box as="main" flex={1} padding={3}>
        {PARTS.map(({name, component: Part}) => (
          // what is typed in a part stays while another one is looked at
          <section aria-label={t(name)} hidden={name !== shown} key={name}>
            {(ready || (name === 'today' && hasHeadline)) && <Part ready={ready} />}
          </section>
        ))}
        {!ready && (
          <Flex align="center" gap={3} padding={4} role="status">
            <Spinner muted />
            <Text size={1}>{t('loading')}</Text>
          </Flex>
        )}
      </Box>
      <Bar aria-label={t('parts')} borderTop data-end="" forwardedAs="nav" padding={1}>
        <Flex>
          {PARTS.map(({name, icon}) => (
            <Box flex={1} key={name} style={{position: 'relative'}}>
              <Button
                aria-current={name === shown ? 'page' : undefined}
                fontSize={1}
                icon={icon}
                mode="bleed"
                onClick={() => setShown(name)}
                paddingX={1}
                paddingY={4}
                selected={name === shown}
                text={name === 'alerts' && alerts > 0 ? `${t(name)} ${alerts}` : t(name)}
                width="fill"
              />
            </Box>
          ))}
        </Flex>
      </Bar>
    </Page>
  )
}

function Head() {
  const {t} = useTexts()
  const status = useLiveStatus(({name}) => name)
  const {name} = useShopSettings()
  return (
    <Bar borderBottom forwardedAs="header" padding={3}>
      <Flex align="center" gap={3} justify="space-between">
        <Heading as="h1" size={1}>
          {name ?? 'Shop'}
        </Heading>
        <Badge
          data-status={status}
          data-testid="shop-status"
          fontSize={1}
          padding={2}
          role="status"
          tone={status === 'live' ? 'positive' : 'caution'}
        >
          {t(`status.${status}`)}
        </Badge>
      </Flex>
    </Bar>
  )
}
