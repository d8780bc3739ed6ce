export {ShopClientContext} from './contexts.ts'
export {SanityRealtimeProvider} from './SanityRealtimeProvider.tsx'
export type {SanityRealtimeProviderProps} from './SanityRealtimeProvider.tsx'
export {useBrandStore, useCategoryStore, useDataStore, useInventoryStore} from './stores.ts'
export type {BrandStore, CategoryStore, DataStore, InventoryStore} from './stores.ts'
export {useListeningQuery} from './useListeningQuery.ts'
export type {ListeningQueryResult, UseListeningQueryConfig} from './useListeningQuery.ts'
export {useSanityAlerts} from './useSanityAlerts.ts'
export type {SanityAlerts} from './useSanityAlerts.ts'
export {useSanityOperations} from './useSanityOperations.ts'
export {useSanityRealtime} from './useSanityRealtime.ts'
export type {SanityRealtime} from './useSanityRealtime.ts'
export {isShallowEqual} from './useSelected.ts'
export {
  useDocument,
  useIsPending,
  useLiveStatus,
  useShopFigures,
  useShopSettings,
  useShopSnapshot,
  useShopStore,
} from './useShop.ts'
export type {ListeningQueryOptions} from '../live/listeningQuery.ts'
export type {LiveWindow} from '../live/shopCalendar.ts'
export type {
  Collection,
  LiveStatus,
  LiveStatusName,
  MalformedDocument,
  OverdueAlert,
  ShopCollections,
  ShopFigures,
  ShopRelations,
  ShopSnapshot,
  ShopStore,
  StockAlert,
} from '../live/types.ts'
export type {ShopOperations} from '../operations/commands.ts'
