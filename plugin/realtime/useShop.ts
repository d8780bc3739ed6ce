import {useContext, useSyncExternalStore} from 'react'
import type {DocumentByType, ShopDocumentType, UserRow} from '../domain/documents.ts'
import type {ShopSettingsValues} from '../domain/options.ts'
import type {LiveShopStore} from '../live/liveShopStore.ts'
import type {ConnectionLoss} from '../live/connectionLost.ts'
import type {DatasetAccess} from '../live/datasetAccess.ts'
import type {
  Collection,
  DayFigures,
  LiveStatus,
  RangeFigures,
  ShopCollections,
  ShopFigures,
  ShopSnapshot,
} from '../live/types.ts'
import {RealtimeContext, useRealtime} from './contexts.ts'
import {useKeyed, useSelected} from './useSelected.ts'

/** Whether a `SanityRealtimeProvider` is above; the other hooks throw without one. */
export function useHasShop(): boolean {
  return useContext(RealtimeContext) !== undefined
}

/** The live store of this tab, in step with React: its snapshot changes at most once a frame. */
export function useShopStore(): LiveShopStore {
  return useRealtime().connection.store
}

/** A part of the snapshot; re-renders only when the part changes (by identity, or by `isEqual`). */
export function useShopSnapshot<T>(
  selector: (snapshot: ShopSnapshot) => T,
  isEqual?: (a: T, b: T) => boolean,
): T {
  const store = useShopStore()
  return useSelected(store.subscribe, store.getSnapshot, selector, isEqual)
}

/** What the tiles show. Money in minor units. */
export function useShopFigures(): ShopFigures
export function useShopFigures<T>(
  selector: (figures: ShopFigures) => T,
  isEqual?: (a: T, b: T) => boolean,
): T
export function useShopFigures<T>(
  selector?: (figures: ShopFigures) => T,
  isEqual?: (a: T | ShopFigures, b: T | ShopFigures) => boolean,
): T | ShopFigures {
  return useShopSnapshot<T | ShopFigures>(
    ({figures}) => (selector === undefined ? figures : selector(figures)),
    isEqual,
  )
}

/** Figures of one calendar day (`figures.today` is the day of the figures); re-renders when that day changes. */
export function useDayFigures(day: string): DayFigures {
  const store = useShopStore()
  return useShopSnapshot(() => store.figuresOf(day))
}

/** Figures over calendar days, both included, from the day summaries; re-renders when one of the days changes. */
export function useRangeFigures(from: string, to: string): RangeFigures {
  const store = useShopStore()
  return useShopSnapshot(() => store.figuresBetween(from, to))
}

const settingsOf = ({settings}: ShopSnapshot) => settings

export function useShopSettings(): ShopSettingsValues {
  return useShopSnapshot(settingsOf)
}

/** State of the connection, its counters and, when it fails, what to do; its counters move with every change. */
export function useLiveStatus(): LiveStatus
export function useLiveStatus<T>(
  selector: (status: LiveStatus) => T,
  isEqual?: (a: T, b: T) => boolean,
): T
export function useLiveStatus<T>(
  selector?: (status: LiveStatus) => T,
  isEqual?: (a: T | LiveStatus, b: T | LiveStatus) => boolean,
): T | LiveStatus {
  const {statusSource} = useRealtime().connection
  return useSelected<LiveStatus, T | LiveStatus>(
    statusSource.subscribe,
    statusSource.get,
    selector ?? wholeStatus,
    isEqual,
  )
}

const wholeStatus = (status: LiveStatus) => status

/** Since when and why the shop is out of touch with the lake; `undefined` while it is not. */
export function useConnectionLoss(): ConnectionLoss | undefined {
  const {lossSource} = useRealtime().connection
  return useSyncExternalStore(lossSource.subscribe, lossSource.get, lossSource.get)
}

/** Who can read the dataset without a token. */
export function useDatasetAccess(): {dataset: string; access: DatasetAccess} {
  const {accessSource, client} = useRealtime().connection
  const access = useSyncExternalStore(accessSource.subscribe, accessSource.get, accessSource.get)
  return {dataset: client.config().dataset ?? '', access}
}

/** Something is there to be shown: the live data, or what this device kept of them (status `stale`, with its `asOf`). */
export function useHasData(): boolean {
  const {statusSource} = useRealtime().connection
  const hasData = () => statusSource.get().asOf !== undefined
  return useSyncExternalStore(statusSource.subscribe, hasData, hasData)
}

type CollectionType = Exclude<ShopDocumentType, 'shopSettings'>

/** Of a user the row. */
type HeldByType = Omit<DocumentByType, 'user'> & {user: UserRow}

const collectionOf: {
  [K in CollectionType]: (collections: ShopCollections) => Collection<HeldByType[K]>
} = {
  product: ({products}) => products,
  brand: ({brands}) => brands,
  category: ({categories}) => categories,
  user: ({users}) => users,
  bill: ({bills}) => bills,
  billBalance: ({billBalances}) => billBalances,
  payment: ({payments}) => payments,
  customerAccount: ({customerAccounts}) => customerAccounts,
  creditNote: ({creditNotes}) => creditNotes,
  billDraft: ({billDrafts}) => billDrafts,
  stockLevel: ({stockLevels}) => stockLevels,
  stockTransaction: ({stockTransactions}) => stockTransactions,
  series: ({series}) => series,
  daySummary: ({daySummaries}) => daySummaries,
  alertNote: ({alertNotes}) => alertNotes,
}

/** One document of the working set; re-renders only when this document changes. */
export function useDocument<K extends CollectionType>(
  type: K,
  id: string,
): HeldByType[K] | undefined {
  const store = useShopStore()
  return useKeyed(id, store.subscribeTo, () => collectionOf[type](store.getSnapshot()).get(id))
}

/** Whether the document shows an optimistic value that the lake has not confirmed yet. */
export function useIsPending(id: string): boolean {
  const store = useShopStore()
  return useKeyed(id, store.subscribeTo, () => store.getSnapshot().pending.has(id))
}
