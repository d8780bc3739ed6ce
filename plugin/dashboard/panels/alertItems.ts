import type {OverdueAlert, StockAlert} from '../../domain/alerts.ts'
import type {MalformedDocument, ShopFigures} from '../../domain/figures.ts'
import {toDriftAlerts} from '../../domain/proof/driftAlerts.ts'
import type {DriftAlert} from '../../domain/proof/driftAlerts.ts'
import type {Drift} from '../../domain/proof.ts'

export type AlertItem =
  | {key: string; kind: 'outOfStock' | 'lowStock'; stock: StockAlert}
  | {key: string; kind: 'overdue'; bill: OverdueAlert}
  | {key: string; kind: 'malformed'; document: MalformedDocument}
  | {key: string; kind: 'drift'; alert: DriftAlert}

/** Most urgent kind first; within a kind as the figures order them. Each key is `<kind>-<id>`. */
export function toAlertItems(
  figures: Pick<ShopFigures, 'outOfStock' | 'lowStock' | 'overdue' | 'malformed'>,
  drifts: readonly Drift[],
): readonly AlertItem[] {
  return [
    ...toDriftAlerts(drifts).map((alert): AlertItem => ({
      key: `drift-${alert.document}`,
      kind: 'drift',
      alert,
    })),
    ...figures.outOfStock.map((stock) => toStockItem('outOfStock', stock)),
    ...figures.overdue.map((bill): AlertItem => ({
      key: `overdue-${bill.billId}`,
      kind: 'overdue',
      bill,
    })),
    ...figures.lowStock.map((stock) => toStockItem('lowStock', stock)),
    ...figures.malformed.map((document): AlertItem => ({
      key: `malformed-${document.id}`,
      kind: 'malformed',
      document,
    })),
  ]
}

function toStockItem(kind: 'outOfStock' | 'lowStock', stock: StockAlert): AlertItem {
  return {key: `${kind}-${stock.productId}`, kind, stock}
}
