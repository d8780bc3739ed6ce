import type {SanityClient} from '@sanity/client'
import {createContext, useContext} from 'react'
import type {Actor} from '../domain/documents.ts'
import type {LiveConnection} from './liveConnections.ts'

/** The client of the surrounding Studio; the plugin provides it, so that `SanityRealtimeProvider` needs none. */
export const ShopClientContext = createContext<SanityClient | undefined>(undefined)

export interface Realtime {
  connection: LiveConnection
  actor: Actor
}

export const RealtimeContext = createContext<Realtime | undefined>(undefined)

/** @throws when no `SanityRealtimeProvider` is above */
export function useRealtime(): Realtime {
  const realtime = useContext(RealtimeContext)
  if (realtime === undefined) {
    throw new Error(
      'No SanityRealtimeProvider above this component. Wrap it in <SanityRealtimeProvider client={client}>; ' +
        'inside the Studio the shop() plugin does it.',
    )
  }
  return realtime
}
