import {useMemo} from 'react'
import type {MalformedDocument, OverdueAlert, ShopFigures, StockAlert} from '../live/types.ts'
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
  /** Contradictions between options and stored settings, in words. */
  notices: readonly string[]
  /** All of the above. */
  count: number
}

const alertLists = ({figures, notices}: {figures: ShopFigures; notices: readonly string[]}) => ({
  lowStock: figures.lowStock,
  outOfStock: figures.outOfStock,
  negativeStock: figures.negativeStock,
  overdue: figures.overdue,
  malformed: figures.malformed,
  notices,
})

/** Alerts open and close with their predicate, by itself, and agree with every tile, list and badge. */
export function useSanityAlerts(): SanityAlerts {
  const lists = useShopSnapshot(alertLists, isShallowEqual)
  return useMemo(() => {
    const {lowStock, outOfStock, negativeStock, overdue, malformed, notices} = lists
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
      notices,
      // what is negative is out of stock already
      count:
        lowStock.length + outOfStock.length + overdue.length + malformed.length + notices.length,
    }
  }, [lists])
}
