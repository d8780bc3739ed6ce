import type {SanityClient} from '@sanity/client'
import {useContext, useEffect, useMemo} from 'react'
import type {ReactNode} from 'react'
import type {Actor} from '../domain/documents.ts'
import type {ShopOptions} from '../domain/options.ts'
import type {CacheChoice} from '../live/cache/openShopCache.ts'
import type {LiveWindow} from '../live/shopCalendar.ts'
import {RealtimeContext, ShopClientContext} from './contexts.ts'
import type {Realtime} from './contexts.ts'
import {connectionOf} from './liveConnections.ts'
import type {ConnectionConfig} from './liveConnections.ts'
import {useLatencyAnswers} from './useLatencyAnswers.ts'

export interface SanityRealtimeProviderProps {
  /** Inside the Studio the plugin's client is found; elsewhere it is needed. */
  client?: SanityClient
  /** First values of the shop's settings; what is stored wins. */
  options?: ShopOptions
  /** How much of the past is held live. */
  window?: LiveWindow
  /**
   * What browsers keep for the next start and for reading offline. Default: the working set, for the client's token;
   * `{user}` names who is logged in where the client has none; `false`: nothing.
   */
  cache?: CacheChoice
  /** Who stands in the ledger for operations made here. */
  actor?: Actor
  children?: ReactNode
}

const noOptions: ShopOptions = {}
const defaultWindow: LiveWindow = {}
const defaultCache: CacheChoice = {}
const unknownActor: Actor = {id: 'unknown', name: 'Unknown'}

/**
 * Opens the shop's live data for everything below. Providers of one project, dataset and options share one store and
 * one listener; without `client` and `options` a nested provider uses the one above.
 */
export function SanityRealtimeProvider(props: SanityRealtimeProviderProps) {
  const {client, options, window = defaultWindow, cache = defaultCache, actor, children} = props
  const above = useContext(RealtimeContext)
  const studioClient = useContext(ShopClientContext)
  const isNested = above !== undefined && client === undefined && options === undefined
  const used = client ?? studioClient
  if (used === undefined && !isNested) {
    throw new Error(
      'SanityRealtimeProvider has no client. Pass client={createClient(…)}; inside the Studio add shop() to the plugins.',
    )
  }
  const own = useOwnConnection(isNested ? undefined : used, {
    options: options ?? noOptions,
    window,
    cache,
  })
  const connection = own ?? above?.connection
  const who = actor ?? above?.actor ?? unknownActor
  const value = useMemo(
    (): Realtime | undefined => connection && {connection, actor: who},
    [connection, who],
  )
  useLatencyAnswers(own, who)
  return <RealtimeContext value={value}>{children}</RealtimeContext>
}

function useOwnConnection(client: SanityClient | undefined, config: ConnectionConfig) {
  // inline options are new objects in every render: the registry compares them by content
  const connection = client === undefined ? undefined : connectionOf(client, config)
  useEffect(() => connection?.hold(), [connection])
  return connection
}
