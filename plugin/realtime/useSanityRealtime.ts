import {useMemo} from 'react'
import type {LiveStatus, LiveStatusName, ShopCollections, ShopSnapshot} from '../live/types.ts'
import {useLiveStatus, useShopSnapshot, useShopStore} from './useShop.ts'

export interface SanityRealtime {
  /** The link stands and everything shown is up to date. */
  isConnected: boolean
  status: LiveStatusName
  liveStatus: LiveStatus
  /** All of the live data: `data.products`, `data.bills`, … as Maps by id, published documents only. */
  data: ShopCollections
  figures: ShopSnapshot['figures']
  settings: ShopSnapshot['settings']
  drafts: ShopSnapshot['drafts']
  pending: ShopSnapshot['pending']
  notices: ShopSnapshot['notices']
  /** Figures of another day; `undefined` returns to today. */
  setDay: (day: string | undefined) => void
}

const whole = (snapshot: ShopSnapshot) => snapshot

/** Everything live at once: re-renders with every change. For a part of it use a store hook with a selector. */
export function useSanityRealtime(): SanityRealtime {
  const {setDay} = useShopStore()
  const liveStatus = useLiveStatus()
  const snapshot = useShopSnapshot(whole)
  return useMemo(() => {
    const {figures, settings, drafts, pending, notices, version: _version, ...data} = snapshot
    return {
      isConnected: liveStatus.name === 'live',
      status: liveStatus.name,
      liveStatus,
      data,
      figures,
      settings,
      drafts,
      pending,
      notices,
      setDay,
    }
  }, [liveStatus, snapshot, setDay])
}
