import {Box, Card, Spinner} from '@sanity/ui'
import {Suspense, useEffect} from 'react'
import {useRouter} from 'sanity/router'
import {styled} from 'styled-components'
import {DashboardHeader} from './DashboardHeader.tsx'
import {RealtimeView} from './RealtimeView.tsx'
import {isView} from './views.ts'

const Scroller = styled(Card)`
  height: 100%;
  overflow-y: auto;
  container: shop / inline-size;
`

/** The tool: header with views and status, below it the view of the URL. */
export default function Dashboard() {
  const {navigate, state} = useRouter()
  const known = isView(state.view)
  useEffect(() => {
    if (!known) navigate({...state, view: 'realtime'}, {replace: true})
  }, [known, navigate, state])

  return (
    <Scroller data-testid="shop-dashboard" tone="transparent">
      <Suspense fallback={<Loading />}>
        <DashboardHeader />
        {known && <RealtimeView />}
      </Suspense>
    </Scroller>
  )
}

function Loading() {
  return (
    <Box padding={5}>
      <Spinner muted />
    </Box>
  )
}
