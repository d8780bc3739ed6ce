import {useMemo} from 'react'
import type {ComponentType} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {LayoutProps} from 'sanity'
import {ReceiptProvider} from '../actions/papers/receipts.tsx'
import {usePreloadAtOnce} from '../components/lazyComponent.tsx'
import type {Actor} from '../domain/documents.ts'
import type {ShopOptions} from '../domain/options.ts'
import {AlertToasts} from './alerts/AlertToasts.tsx'
import {WindowBeacon} from './windows/WindowBeacon.tsx'
import {DashboardTool} from './DashboardTool.lazy.ts'
import {SanityRealtimeProvider, ShopClientContext} from '../realtime/index.ts'
import type {LiveWindow} from '../realtime/index.ts'
import {useClearOnLogout} from './useClearOnLogout.ts'

const API_VERSION = '2025-02-19'

/** Puts the shop's one live store around the whole Studio: tool, lists, document actions and dialogs share it. */
export function createShopLayout(
  options: ShopOptions,
  window: LiveWindow | undefined,
): ComponentType<LayoutProps> {
  return function ShopLayout(props: LayoutProps) {
    const client = useClient({apiVersion: API_VERSION})
    const actor = useActor()
    const cache = useMemo(() => ({user: actor?.id}), [actor])
    useClearOnLogout(client)
    usePreloadAtOnce(DashboardTool)
    return (
      <ShopClientContext value={client}>
        <SanityRealtimeProvider actor={actor} cache={cache} options={options} window={window}>
          <ReceiptProvider>{props.renderDefault(props)}</ReceiptProvider>
          <AlertToasts />
          <WindowBeacon />
        </SanityRealtimeProvider>
      </ShopClientContext>
    )
  }
}

/** Who stands in the ledger for what is done in this Studio. */
function useActor(): Actor | undefined {
  const user = useCurrentUser()
  const id = user?.id
  const name = user?.name
  return useMemo(() => (id === undefined ? undefined : {id, name: name?.trim() || id}), [id, name])
}
