import type {DueSoonAlert, OverdueAlert, StockAlert} from './alerts.ts'
import type {AlertNote} from './documents.ts'
import type {MalformedDocument, ShopFigures} from './figures.ts'
import {alertNoteId} from './ids.ts'
import type {LargeDiscountAlert, LargeVoidAlert, PaperAlerts} from './paperAlerts.ts'
import type {DriftAlert} from './proof/driftAlerts.ts'

/**
 * Something that needs a person now. It stands as long as its predicate holds and leaves by itself; tiles, badges and
 * lists use the same predicates. `key` is `<kind>-<id>`, where the id is the document's.
 */
export type ShopAlert =
  | {kind: 'negativeStock' | 'outOfStock' | 'lowStock'; key: string; stock: StockAlert}
  | {kind: 'overdue'; key: string; bill: OverdueAlert}
  | {kind: 'dueSoon'; key: string; bill: DueSoonAlert}
  | {kind: 'largeVoid'; key: string; bill: LargeVoidAlert}
  | {kind: 'largeDiscount'; key: string; bill: LargeDiscountAlert}
  | {kind: 'drift'; key: string; alert: DriftAlert}
  | {kind: 'malformed'; key: string; document: MalformedDocument}
  | {kind: 'settings'; key: string; notice: string}
  | {kind: 'publicDataset'; key: string; dataset: string}
  | {kind: 'connectionLost'; key: string; since: string; reason: string | undefined}

export type AlertKind = ShopAlert['kind']

export interface AlertSources {
  figures: Pick<ShopFigures, 'outOfStock' | 'lowStock' | 'negativeStock' | 'overdue' | 'malformed'>
  papers: PaperAlerts
  drift: readonly DriftAlert[]
  notices: readonly string[]
  /** Name of the dataset when anyone can read it. */
  publicDataset: string | undefined
  /** Since when (ISO UTC) the shop is out of touch, once that counts. */
  lost: {since: string; reason: string | undefined} | undefined
}

/** Most urgent kind first; within a kind as its list is ordered. What is below zero is not listed as out once more. */
export function listAlerts(sources: AlertSources): readonly ShopAlert[] {
  const {figures, papers} = sources
  const negative = new Set(figures.negativeStock.map(({productId}) => productId))
  const out = figures.outOfStock.filter(({productId}) => !negative.has(productId))
  return [
    ...lostAlerts(sources),
    ...publicAlerts(sources),
    ...sources.notices.map(toSettingsAlert),
    ...sources.drift.map((alert): ShopAlert => ({
      kind: 'drift',
      key: `drift-${alert.document}`,
      alert,
    })),
    ...stockAlerts('negativeStock', figures.negativeStock),
    ...stockAlerts('outOfStock', out),
    ...figures.overdue.map((bill): ShopAlert => ({
      kind: 'overdue',
      key: `overdue-${bill.billId}`,
      bill,
    })),
    ...papers.largeVoids.map((bill): ShopAlert => ({
      kind: 'largeVoid',
      key: `largeVoid-${bill.billId}`,
      bill,
    })),
    ...papers.largeDiscounts.map((bill): ShopAlert => ({
      kind: 'largeDiscount',
      key: `largeDiscount-${bill.billId}`,
      bill,
    })),
    ...stockAlerts('lowStock', figures.lowStock),
    ...papers.dueSoon.map((bill): ShopAlert => ({
      kind: 'dueSoon',
      key: `dueSoon-${bill.billId}`,
      bill,
    })),
    ...figures.malformed.map((document): ShopAlert => ({
      kind: 'malformed',
      key: `malformed-${document.id}`,
      document,
    })),
  ]
}

/** What the people agreed about alerts, by the alert's key, as long as it counts (`now`: ms). Alerts are many, notes few. */
export function notesByAlert(
  notes: ReadonlyMap<string, AlertNote>,
  now: number,
): ReadonlyMap<string, AlertNote> {
  const counting = [...notes.values()].filter(
    ({_id, alert, until}) => _id === alertNoteId(alert) && Date.parse(until) > now,
  )
  return new Map(counting.map((note) => [note.alert, note]))
}

function lostAlerts({lost}: AlertSources): ShopAlert[] {
  return lost === undefined ? [] : [{kind: 'connectionLost', key: 'connectionLost-shop', ...lost}]
}

function publicAlerts({publicDataset: dataset}: AlertSources): ShopAlert[] {
  if (dataset === undefined) return []
  return [{kind: 'publicDataset', key: `publicDataset-${dataset}`, dataset}]
}

function toSettingsAlert(notice: string, index: number): ShopAlert {
  return {kind: 'settings', key: `settings-${index}`, notice}
}

function stockAlerts(
  kind: 'negativeStock' | 'outOfStock' | 'lowStock',
  alerts: readonly StockAlert[],
): ShopAlert[] {
  return alerts.map((stock) => ({kind, key: `${kind}-${stock.productId}`, stock}))
}
