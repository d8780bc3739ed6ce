import {Card, Spinner} from '@sanity/ui'
import {Suspense, useEffect} from 'react'
import {useCurrentLocale, useTranslation} from 'sanity'
import {useRouter} from 'sanity/router'
import {styled} from 'styled-components'
import {useShopReady} from '../actions/shared/useShop.ts'
import {usePreload} from '../components/lazyComponent.tsx'
import {directionOf} from '../i18n/direction.ts'
import {SHOP_NAMESPACE} from '../i18n/index.ts'
import {DashboardHeader} from './DashboardHeader.tsx'
import {Guarded} from './Guarded.tsx'
import {LastingContext, useIsLasting} from './lasting.ts'
import {Loading} from './Loading.tsx'
import {useFeaturesKnown} from './useFeaturesKnown.ts'
import {findView, VIEWS} from './views.ts'
import type {View} from './views.ts'

// The ground that panels lie on looks like the tone `transparent`, and is none: @sanity/ui reckons the colours of a tone
// when it is first used, 35 ms of the start.
const Scroller = styled(Card)`
  background-color: var(--card-bg2-color);
  &[data-scheme='dark'] {
    background-color: color-mix(in srgb, var(--card-bg-color) 65%, black);
  }
  height: 100%;
  overflow-y: auto;
  container: shop / inline-size;
  /* the Studio's texts know only left and right */
  &[dir='rtl'] [data-ui='Text'],
  &[dir='rtl'] [data-ui='Label'],
  &[dir='rtl'] [data-ui='Heading'] {
    text-align: start;
  }
  &[dir='rtl'] [data-numeric] [data-ui='Text'] {
    text-align: end;
  }
`

const PARTS = VIEWS.map(({component}) => component)

/**
 * Header with views and status, below it the view of the URL. Until the Studio will not mount it anew it shows the header
 * and the figures, and takes no press and no key: they would be lost.
 */
export default function Dashboard() {
  const isLasting = useFeaturesKnown()
  const {navigate, state} = useRouter()
  const locale = useCurrentLocale().id
  const view = findView(state.view)
  const known = view !== undefined
  usePreload(PARTS, useShopReady())
  useEffect(() => {
    if (!known) navigate({...state, view: 'realtime'}, {replace: true})
  }, [known, navigate, state])

  return (
    <Scroller
      data-testid="shop-dashboard"
      dir={directionOf(locale)}
      inert={!isLasting}
      lang={locale}
    >
      <LastingContext value={isLasting}>
        <Suspense fallback={<Spinner muted />}>
          <DashboardHeader />
          {view !== undefined && <Shown key={view.name} view={view} />}
        </Suspense>
      </LastingContext>
    </Scroller>
  )
}

function Shown({view}: {view: View}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const title = t(view.text)
  const loading = <Loading text={t('view.loading', {title})} />
  const isShown = useIsLasting() || view.isEarly
  return (
    <Guarded title={title}>
      <Suspense fallback={loading}>{isShown ? <view.component /> : loading}</Suspense>
    </Guarded>
  )
}
