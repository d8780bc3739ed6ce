import {useMemo} from 'react'
import {toDriftAlerts} from '../domain/proof/driftAlerts.ts'
import type {DriftAlert} from '../domain/proof/driftAlerts.ts'
import type {MalformedDocument, OverdueAlert, ShopSnapshot, StockAlert} from '../live/types.ts'
import {isShallowEqual} from './useSelected.ts'
import {useShopSnapshot} from './useShop.ts'

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
  }
  /** Documents that are flagged and not counted. */
  malformed: readonly MalformedDocument[]
  /** Documents whose values do not follow from ledger, bills and payments: changed by hand, by a script or an import. */
  drift: readonly DriftAlert[]
  /** Contradictions between options and stored settings, in words. */
  notices: readonly string[]
  /** All of the above. */
  count: number
}

const alertLists = ({
  figures,
  proof,
  notices,
}: Pick<ShopSnapshot, 'figures' | 'proof' | 'notices'>) => ({
  lowStock: figures.lowStock,
  outOfStock: figures.outOfStock,
  negativeStock: figures.negativeStock,
  overdue: figures.overdue,
  malformed: figures.malformed,
  drifts: proof.drifts,
  notices,
})

/** Alerts open and close with their predicate, by itself, and agree with every tile, list and badge. */
export function useSanityAlerts(): SanityAlerts {
  const lists = useShopSnapshot(alertLists, isShallowEqual)
  return useMemo(() => {
    const {lowStock, outOfStock, negativeStock, overdue, malformed, drifts, notices} = lists
    const drift = toDriftAlerts(drifts)
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
      },
      malformed,
      drift,
      notices,
      // what is negative is out of stock already
      count:
        lowStock.length +
        outOfStock.length +
        overdue.length +
        malformed.length +
        drift.length +
        notices.length,
    }
  }, [lists])
}
