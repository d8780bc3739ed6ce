import {stockTones} from '../../actions/shared/states.ts'
import {stockState} from '../../domain/alerts.ts'
import type {Product, StockLevel} from '../../domain/documents.ts'
import {stockLevelId} from '../../domain/ids.ts'
import type {ShopCollections} from '../../live/types.ts'
import type {TableRow} from '../table/columns.ts'
import {createRowCache} from '../table/rowCache.ts'
import type {RowCache} from '../table/rowCache.ts'

export interface StockTableRow extends TableRow {
  product: Product
  /** Absent for services and before the first entry. */
  level: StockLevel | undefined
  brand: string
  category: string
}

export const STOCK_STATES = ['enough', 'low', 'out', 'negative', 'untracked'] as const

/** `out` is whatever cannot be sold, below zero too: as the tile counts it. */
export function isInStockState(row: StockTableRow, state: string): boolean {
  if (state === 'out') return row.state === 'out' || row.state === 'negative'
  return row.state === state
}

/** Products with their level and the names of their brand and category. */
export function stockRows(
  shop: Pick<ShopCollections, 'products' | 'stockLevels' | 'brands' | 'categories'>,
  cached: RowCache<StockTableRow> = createRowCache(),
): readonly StockTableRow[] {
  return [...shop.products.values()].map((product) => {
    const level = shop.stockLevels.get(stockLevelId(product._id))
    const brand = shop.brands.get(product.brand?._ref ?? '')?.name ?? ''
    const category = shop.categories.get(product.category?._ref ?? '')?.name ?? ''
    return cached(product._id, [product, level, brand, category], () =>
      toRow(product, level, {brand, category}),
    )
  })
}

function toRow(
  product: Product,
  level: StockLevel | undefined,
  names: {brand: string; category: string},
): StockTableRow {
  const state = stockState(product, level)
  return {
    id: product._id,
    type: 'product',
    revision: `${product._rev} ${level?._rev ?? ''}`,
    text: `${product.name} ${product.sku ?? ''} ${product.barcode ?? ''}`.toLowerCase(),
    state,
    tone: stockTones[state],
    product,
    level,
    ...names,
  }
}
