import {Button, Card, Flex, Heading} from '@sanity/ui'
import {useEffect, useRef} from 'react'
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

const Rows = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 12px;
  justify-content: space-between;
  @container shop (min-width: 1400px) {
    flex-wrap: nowrap;
    & > :last-child {
      flex: none;
    }
  }
`

const Controls = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  min-width: 0;
  max-width: 100%;
`

// Narrow screens scroll the views' names sideways instead of stacking them; the Studio shows the shop's place. Wide ones
// have all in one row: the views' icons give way first, then a long name of the shop.
const Row = styled(Controls)`
  flex-wrap: nowrap;
  @container shop (max-width: 719px) {
    overflow-x: auto;
    padding: 2px;
    @media (prefers-reduced-motion: no-preference) {
      scroll-behavior: smooth;
    }
    & > * {
      flex-shrink: 0;
    }
    & > h1 {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @container shop (min-width: 1400px) {
    overflow-x: auto;
    padding: 2px;
    & > nav {
      flex: none;
    }
    & > h1 {
      min-width: 60px;
    }
  }
  @container shop (min-width: 1400px) and (max-width: 1799px) {
    & > nav [data-ui='Text']:has([data-sanity-icon]) {
      display: none;
    }
  }
`

/** Views by name, the connection, and the two things a till does most; the day where figures are of a day. */
export function DashboardHeader() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const shopName = useShopSnapshot(({settings}) => settings.name)
  const hasDay = useRouterState((state) => state.view) === 'realtime'
  return (
    <Bar borderBottom forwardedAs="header" paddingX={[3, 3, 4]} paddingY={3}>
      <Rows>
        <Row>
          <Heading as="h1" size={1} textOverflow="ellipsis">
            {shopName ?? t('dashboard.title')}
          </Heading>
          <ViewLinks />
        </Row>
        <Controls>
          <StatusButton />
          <DialogButtons />
          {hasDay && <AsOfControl />}
        </Controls>
      </Rows>
    </Bar>
  )
}

function ViewLinks() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const current = useRouterState((state) => state.view)
  const nav = useRef<HTMLElement>(null)
  useEffect(() => (current === undefined ? undefined : keepCurrentInSight(nav.current)), [current])
  return (
    <nav aria-label={t('dashboard.views')} ref={nav}>
      <Flex gap={1}>
        {VIEWS.map((view) => (
          <ViewLink key={view.name} label={t(view.text)} view={view} />
        ))}
      </Flex>
    </nav>
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

/** Also when the window narrows or the names arrive; returns how to end it. */
function keepCurrentInSight(nav: HTMLElement | null): (() => void) | undefined {
  const row = nav?.parentElement
  if (!nav || !row) return undefined
  const observer = new ResizeObserver(() => {
    const link = nav.querySelector('[aria-current]')
    if (link !== null) scrollSideways(row, link)
  })
  observer.observe(row)
  observer.observe(nav)
  return () => observer.disconnect()
}

/** `scrollIntoView` would move the page as well, when the header is above what is seen of it. */
function scrollSideways(row: Element, link: Element): void {
  const seen = row.getBoundingClientRect()
  const place = link.getBoundingClientRect()
  if (place.left < seen.left) row.scrollBy({left: place.left - seen.left})
  else if (place.right > seen.right) row.scrollBy({left: place.right - seen.right})
}
