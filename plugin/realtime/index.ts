export {ShopClientContext} from './contexts.ts'
export {SanityRealtimeProvider} from './SanityRealtimeProvider.tsx'
export type {SanityRealtimeProviderProps} from './SanityRealtimeProvider.tsx'
export {useBrandStore, useCategoryStore, useDataStore, useInventoryStore} from './stores.ts'
export type {BrandStore, CategoryStore, DataStore, InventoryStore} from './stores.ts'
export {useListeningQuery} from './useListeningQuery.ts'
export type {ListeningQueryResult, UseListeningQueryConfig} from './useListeningQuery.ts'
export {useActivity} from './useActivity.ts'
export type {Activity, ActivityFilter} from './useActivity.ts'
export {useEditor} from './useEditor.ts'
export {useCohortCount, useSalesCount} from './useSalesCount.ts'
export type {SalesCountResult} from './useSalesCount.ts'
export type {HistoryPages} from './useHistoryPages.ts'
export {useOlderBills} from './useOlderBills.ts'
export type {OlderBills, OlderBillsOptions} from './useOlderBills.ts'
export {useProductLedger} from './useProductLedger.ts'
export {useSanityAlerts} from './useSanityAlerts.ts'
export type {SanityAlerts} from './useSanityAlerts.ts'
export {useSanityOperations} from './useSanityOperations.ts'
export {useSanityRealtime} from './useSanityRealtime.ts'
export type {SanityRealtime} from './useSanityRealtime.ts'
export {isShallowEqual} from './useSelected.ts'
export {
  useDayFigures,
  useConnectionLoss,
  useDatasetAccess,
  useHasShop,
  useDocument,
  useHasData,
  useIsPending,
  useLiveStatus,
  useRangeFigures,
  useShopFigures,
  useShopSettings,
  useShopSnapshot,
  useShopStore,
} from './useShop.ts'
export {useShopHistory} from './useShopHistory.ts'
export type {ShopHistory} from './useShopHistory.ts'
export type {Days, HistoryPage, HistoryType} from '../live/readHistory.ts'
export {clearShopCache} from '../live/cache/clearShopCache.ts'
export type {CacheChoice} from '../live/cache/openShopCache.ts'
export type {ListeningQueryOptions} from '../live/listeningQuery.ts'
export type {LiveError} from '../live/errors.ts'
export type {LiveWindow} from '../live/shopCalendar.ts'
export type {AlertKind, ShopAlert} from '../domain/alertList.ts'
export type {ConnectionLoss} from '../live/connectionLost.ts'
export type {DatasetAccess} from '../live/datasetAccess.ts'
export type {
  AgingBucket,
  AgingBucketName,
  Collection,
  DayFigures,
  DaySums,
  DueSoonAlert,
  Headline,
  LargeDiscountAlert,
  LargeVoidAlert,
  LiveStatus,
  LiveStatusName,
  MalformedDocument,
  RejectedWrite,
  OverdueAlert,
  ProductSales,
  RangeFigures,
  ReceivableAging,
  PaperAlerts,
  ShopCollections,
  ShopFigures,
  ShopRelations,
  ShopSnapshot,
  ShopStore,
  StockAlert,
  StatusTransition,
  StockCover,
} from '../live/types.ts'
export type {ShopOperations} from '../operations/commands.ts'
