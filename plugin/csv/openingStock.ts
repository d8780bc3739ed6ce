import type {Product, StockLevel} from '../domain/documents.ts'
import {stockLevelId} from '../domain/ids.ts'
import {currencyExponent, toDecimalText} from '../domain/money.ts'
import {toIssue} from './cells.ts'
import type {Cells} from './cells.ts'
import type {ImportShop, PlannedRow} from './importTypes.ts'
import type {CsvColumn} from './writeCsv.ts'

export const OPENING_TITLES = {
  sku: 'SKU',
  name: 'Name',
  quantity: 'Quantity',
  unit: 'Unit',
  unitCost: 'Unit cost',
  value: 'Value',
} as const

/** What is on the shelf; another shop can take it as its opening stock. */
export function stockColumns(
  shop: Pick<ImportShop, 'currency' | 'products'>,
): CsvColumn<StockLevel>[] {
  const money = currencyExponent(shop.currency)
  const productOf = ({product}: StockLevel) => shop.products.get(product._ref)
  return [
    {title: OPENING_TITLES.sku, value: (level) => productOf(level)?.sku},
    {title: OPENING_TITLES.name, value: (level) => productOf(level)?.name},
    {
      title: OPENING_TITLES.quantity,
      numeric: true,
      value: ({onHand, unit}) => toDecimalText(onHand, unit.decimals),
    },
    {title: OPENING_TITLES.unit, value: ({unit}) => unit.name},
    {
      title: OPENING_TITLES.unitCost,
      numeric: true,
      value: ({unitCost}) => (unitCost === undefined ? undefined : toDecimalText(unitCost, money)),
    },
    {title: OPENING_TITLES.value, numeric: true, value: ({value}) => toDecimalText(value, money)},
  ]
}

/** Plans rows of opening stock: only for products without a movement, so that a repeated import adds nothing. */
export function createOpeningPlanner({products, stockLevels, currency}: ImportShop) {
  const bySku = new Map<string, Product[]>()
  for (const product of products.values()) {
    bySku.set(product.sku, [...(bySku.get(product.sku) ?? []), product])
  }
  const lines = new Map<string, number>()

  return (line: number, cells: Cells): PlannedRow => {
    const {issues} = cells
    const sku = cells.text(OPENING_TITLES.sku) ?? ''
    const product = findProduct(sku, bySku.get(sku) ?? [], cells)
    const before = lines.get(sku)
    if (before !== undefined) cells.refuse(OPENING_TITLES.sku, 'repeated', {sku, line: before})
    lines.set(sku, before ?? line)
    const quantity = cells.decimal(OPENING_TITLES.quantity, product?.unit.decimals ?? 3)
    const unitCost = cells.money(OPENING_TITLES.unitCost, currency) ?? undefined
    checkAmounts(quantity, unitCost, cells)
    if (product === undefined || issues.length > 0 || typeof quantity !== 'number') {
      return {line, label: sku, action: 'refused', issues}
    }
    const level = stockLevels.get(stockLevelId(product._id))
    if (level !== undefined) {
      const reason = {name: 'has-movements' as const, values: {movements: level.sequence}}
      return {line, label: sku, action: 'unchanged', issues: [toIssue('', reason)]}
    }
    const goods = {product: product._id, quantity, ...(unitCost === undefined ? {} : {unitCost})}
    const command = {key: `opening stock of ${product._id}`, lines: [goods]}
    return {line, label: sku, action: 'create', issues, command: {type: 'openStock', command}}
  }
}

function findProduct(
  sku: string,
  [product, other]: readonly Product[],
  cells: Cells,
): Product | undefined {
  const column = OPENING_TITLES.sku
  if (sku === '') return cells.refuse(column, 'required')
  if (product === undefined) return cells.refuse(column, 'sku-unknown', {sku})
  if (other !== undefined) return cells.refuse(column, 'sku-shared', {sku})
  if (!product.trackStock) return cells.refuse(column, 'service', {name: product.name})
  return product
}

function checkAmounts(
  quantity: number | null | undefined,
  unitCost: number | undefined,
  cells: Cells,
): void {
  const missing = quantity === null || (quantity === undefined && cells.issues.length === 0)
  if (missing) cells.refuse(OPENING_TITLES.quantity, 'required')
  if (typeof quantity === 'number' && quantity <= 0) {
    cells.refuse(OPENING_TITLES.quantity, 'not-positive')
  }
  if (unitCost !== undefined && unitCost < 0) {
    cells.refuse(OPENING_TITLES.unitCost, 'negative')
  }
}
