import {stockTones} from '../../actions/shared/states.ts'
import {stockState} from '../../domain/alerts.ts'
import type {Product, StockLevel} from '../../domain/documents.ts'
import {stockLevelId} from '../../domain/ids.ts'
import {differingKeys} from '../../live/persistentMap.ts'
import type {ShopCollections} from '../../live/types.ts'
import type {TableRow} from '../table/columns.ts'

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

type StockSources = Pick<ShopCollections, 'products' | 'stockLevels' | 'brands' | 'categories'>

/** More products than this have changed: building every row is not slower. */
const FEW = 200

/**
 * Products with their level and the names of their brand and category, time after time: only the rows of products that
 * changed are built anew, the others keep their identity.
 */
export function createStockRows(): (shop: StockSources) => readonly StockTableRow[] {
  let last: {shop: StockSources; rows: readonly StockTableRow[]; places: Places} | undefined
  return (shop) => {
    const changed = last === undefined ? undefined : changedProducts(last.shop, shop)
    if (last === undefined || changed === undefined) {
      const rows = [...shop.products.values()].map((product) => toRow(product, shop))
      last = {shop, rows, places: new Map(rows.map(({id}, place) => [id, place]))}
      return rows
    }
    const rows = [...last.rows]
    for (const id of changed) {
      const product = shop.products.get(id)
      const place = last.places.get(id)
      if (product !== undefined && place !== undefined) rows[place] = toRow(product, shop)
    }
    last = {...last, shop, rows}
    return rows
  }
}

type Places = ReadonlyMap<string, number>

/** `undefined` when products have come or gone, when names have changed, or too much else. */
function changedProducts(before: StockSources, after: StockSources): readonly string[] | undefined {
  if (before.brands !== after.brands || before.categories !== after.categories) return undefined
  const products = differingKeys(before.products, after.products)
  const levels = differingKeys(before.stockLevels, after.stockLevels)
  const ids = [
    ...products,
    ...[...levels].flatMap((id) => {
      const level = after.stockLevels.get(id) ?? before.stockLevels.get(id)
      return level === undefined ? [] : [level.product._ref]
    }),
  ]
  const cameOrWent = [...products].some((id) => before.products.has(id) !== after.products.has(id))
  return cameOrWent || ids.length > FEW ? undefined : ids
}

function toRow(product: Product, shop: StockSources): StockTableRow {
  const level = shop.stockLevels.get(stockLevelId(product._id))
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
    brand: shop.brands.get(product.brand?._ref ?? '')?.name ?? '',
    category: shop.categories.get(product.category?._ref ?? '')?.name ?? '',
  }
}
