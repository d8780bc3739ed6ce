import {useMemo} from 'react'
import {listAlerts} from '../domain/alertList.ts'
import type {ShopAlert} from '../domain/alertList.ts'
import type {AlertNote} from '../domain/documents.ts'
import {toDriftAlerts} from '../domain/proof/driftAlerts.ts'
import type {DriftAlert} from '../domain/proof/driftAlerts.ts'
import type {
  DueSoonAlert,
  LargeDiscountAlert,
  LargeVoidAlert,
  MalformedDocument,
  OverdueAlert,
  ShopSnapshot,
  StockAlert,
} from '../live/types.ts'
import type {ConnectionLoss} from '../live/connectionLost.ts'
import {useRealtime} from './contexts.ts'
import type {LiveConnection} from './liveConnections.ts'
import {useAlertNotes} from './useAlertNotes.ts'
import {isShallowEqual} from './useSelected.ts'
import {useConnectionLoss, useDatasetAccess, useShopSnapshot} from './useShop.ts'

export interface SanityAlerts {
  inventory: {
    lowStock: readonly StockAlert[]
    outOfStock: readonly StockAlert[]
    negativeStock: readonly StockAlert[]
    lowStockCount: number
    outOfStockCount: number
    negativeStockCount: number
  }
  bills: {
    overdue: readonly OverdueAlert[]
    overdueCount: number
    /** Minor units. */
    overdueAmount: number
    dueSoon: readonly DueSoonAlert[]
    dueSoonCount: number
    /** Cancelled today, and large for this shop. */
    largeVoids: readonly LargeVoidAlert[]
    /** Given today, and large for this shop. */
    largeDiscounts: readonly LargeDiscountAlert[]
  }
  /** Documents whose values do not follow from ledger, bills and payments: changed by hand, by a script or an import. */
  drift: readonly DriftAlert[]
  /** Documents that are flagged and not counted. */
  malformed: readonly MalformedDocument[]
  /** Contradictions between options and stored settings, in words. */
  notices: readonly string[]
  /** Every alert once, most urgent kind first, but those that somebody has put aside. */
  open: readonly ShopAlert[]
  /** Those that are put aside until their notes end. */
  muted: readonly ShopAlert[]
  /** What the people agreed about an alert, by its key. */
  noteOf: (key: string) => AlertNote | undefined
  /** How many are `open`. */
  count: number
}

const alertLists = ({figures, paperAlerts, proof, notices}: ShopSnapshot) => ({
  lowStock: figures.lowStock,
  outOfStock: figures.outOfStock,
  negativeStock: figures.negativeStock,
  overdue: figures.overdue,
  malformed: figures.malformed,
  dueSoon: paperAlerts.dueSoon,
  largeVoids: paperAlerts.largeVoids,
  largeDiscounts: paperAlerts.largeDiscounts,
  drifts: proof.drifts,
  notices,
})

type AlertLists = ReturnType<typeof alertLists>

interface AlertParts {
  lists: AlertLists
  lost: ConnectionLoss | undefined
  publicDataset: string | undefined
}

/** Alerts open and close with their predicate, by itself, and agree with every tile, list and badge. */
export function useSanityAlerts(): SanityAlerts {
  const {connection} = useRealtime()
  const lists = useShopSnapshot(alertLists, isShallowEqual)
  const lost = useConnectionLoss()
  const {dataset, access} = useDatasetAccess()
  const noteOf = useAlertNotes()
  const publicDataset = access === 'public' ? dataset : undefined
  const listed = useMemo(
    () => listedOnce(connection, {lists, lost, publicDataset}),
    [connection, lists, lost, publicDataset],
  )
  return useMemo(() => {
    const {drift, all} = listed
    const muted = all.filter(({key}) => noteOf(key)?.isMuted === true)
    const open = muted.length === 0 ? all : all.filter(({key}) => noteOf(key)?.isMuted !== true)
    return {...groupAlerts(lists), drift, open, muted, noteOf, count: open.length}
  }, [lists, listed, noteOf])
}

interface ListedAlerts {
  drift: readonly DriftAlert[]
  all: readonly ShopAlert[]
}

const lastListed = new WeakMap<LiveConnection, {parts: AlertParts; listed: ListedAlerts}>()

/** A list, a badge and the toasts show the same alerts, perhaps thousands: they are listed once for all of them. */
function listedOnce(connection: LiveConnection, parts: AlertParts): ListedAlerts {
  const last = lastListed.get(connection)
  const isSame =
    last !== undefined &&
    last.parts.lost === parts.lost &&
    last.parts.publicDataset === parts.publicDataset &&
    isShallowEqual(last.parts.lists, parts.lists)
  if (isSame) return last.listed
  const {lists, lost, publicDataset} = parts
  const drift =
    last?.parts.lists.drifts === lists.drifts ? last.listed.drift : toDriftAlerts(lists.drifts)
  const all = listAlerts({
    figures: lists,
    papers: lists,
    drift,
    notices: lists.notices,
    publicDataset,
    lost,
  })
  const listed = {drift, all}
  lastListed.set(connection, {parts, listed})
  return listed
}

function groupAlerts(lists: AlertLists) {
  const {lowStock, outOfStock, negativeStock, overdue, dueSoon} = lists
  return {
    inventory: {
      lowStock,
      outOfStock,
      negativeStock,
      lowStockCount: lowStock.length,
      outOfStockCount: outOfStock.length,
      negativeStockCount: negativeStock.length,
    },
    bills: {
      overdue,
      overdueCount: overdue.length,
      overdueAmount: overdue.reduce((sum, alert) => sum + alert.balance, 0),
      dueSoon,
      dueSoonCount: dueSoon.length,
      largeVoids: lists.largeVoids,
      largeDiscounts: lists.largeDiscounts,
    },
    malformed: lists.malformed,
    notices: lists.notices,
  }
}
