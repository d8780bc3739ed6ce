import {Button, Card, Flex, Heading} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {StateLink, useRouterState} from 'sanity/router'
import {styled} from 'styled-components'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {AsOfControl} from './AsOfControl.tsx'
import {DialogButtons} from './DialogButtons.tsx'
import {StatusButton} from './StatusButton.tsx'
import {VIEWS} from './views.ts'
import type {View} from './views.ts'
import {useShopSnapshot} from '../realtime/index.ts'

const Bar = styled(Card)`
  @container shop (min-width: 720px) {
    position: sticky;
    top: 0;
    z-index: 2;
  }
`

// Narrow screens scroll the names sideways instead of stacking them.
const Views = styled.nav`
  max-width: 100%;
  overflow-x: auto;
  white-space: nowrap;
`

/** Views by name, the connection, and the two things a till does most. */
export function DashboardHeader() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const shopName = useShopSnapshot(({settings}) => settings.name)
  return (
    <Bar borderBottom forwardedAs="header" paddingX={[3, 3, 4]} paddingY={3}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Flex align="center" gap={3} wrap="wrap">
          <Heading as="h1" size={1} textOverflow="ellipsis">
            {shopName ?? t('dashboard.title')}
          </Heading>
          <ViewLinks />
          <StatusButton />
        </Flex>
        <Flex align="center" gap={2} wrap="wrap">
          <AsOfControl />
          <DialogButtons />
        </Flex>
      </Flex>
    </Bar>
  )
}

function ViewLinks() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Views aria-label={t('dashboard.views')}>
      <Flex gap={1}>
        {VIEWS.map((view) => (
          <ViewLink key={view.name} label={t(view.text)} view={view} />
        ))}
      </Flex>
    </Views>
  )
}

function ViewLink({view, label}: {view: View; label: string}) {
  const current = useRouterState((state) => state.view) === view.name
  return (
    <Button
      aria-current={current ? 'page' : undefined}
      as={StateLink}
      icon={view.icon}
      mode="bleed"
      padding={2}
      selected={current}
      state={{view: view.name}}
      text={label}
    />
  )
}
