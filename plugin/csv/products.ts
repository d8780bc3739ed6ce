import type {Product} from '../domain/documents.ts'
import {currencyExponent, toDecimalText} from '../domain/money.ts'
import {stockLevelId} from '../domain/ids.ts'
import {products as productRules} from '../operations/catalogue.ts'
import {parseCommand} from '../operations/commandSchemas.ts'
import type {Changes} from '../operations/commands.ts'
import {brandNames, categoryNames} from './catalogueNames.ts'
import type {CatalogueNames} from './catalogueNames.ts'
import type {Cells} from './cells.ts'
import type {ImportShop, NewNames, PlannedRow} from './importTypes.ts'
import {checkBy, pickChanged, requireCells, withoutEmpty} from './planRow.ts'
import {readSpecifications, toSpecificationText} from './specifications.ts'
import type {CsvColumn} from './writeCsv.ts'

/** Titles by attribute; the file's order is theirs. */
export const PRODUCT_TITLES = {
  sku: 'SKU',
  name: 'Name',
  barcode: 'Barcode',
  brand: 'Brand',
  category: 'Category',
  unit: 'Unit',
  decimals: 'Unit decimals',
  price: 'Price',
  taxRate: 'Tax %',
  reorderLevel: 'Reorder at',
  reorderQuantity: 'Reorder quantity',
  trackStock: 'Track stock',
  stockPolicy: 'Stock policy',
  description: 'Description',
  specifications: 'Specifications',
  isActive: 'Active',
} as const

const yesNo = (value: boolean | undefined) =>
  value === undefined ? undefined : value ? 'yes' : 'no'
const decimal = (steps: number | undefined, decimals: number) =>
  steps === undefined ? undefined : toDecimalText(steps, decimals)

type ProductShop = Pick<ImportShop, 'currency' | 'brands' | 'categories'>

/** Products as a file that `planProduct` reads back: money in decimals of the currency, quantities of the unit. */
export function productColumns(shop: ProductShop): CsvColumn<Product>[] {
  const brands = brandNames(shop.brands)
  const categories = categoryNames(shop.categories)
  const money = currencyExponent(shop.currency)
  const title = PRODUCT_TITLES
  return [
    {title: title.sku, value: ({sku}) => sku},
    {title: title.name, value: ({name}) => name},
    {title: title.barcode, value: ({barcode}) => barcode},
    {title: title.brand, value: ({brand}) => brands.nameOf(brand?._ref)},
    {title: title.category, value: ({category}) => categories.nameOf(category?._ref)},
    {title: title.unit, value: ({unit}) => unit.name},
    {title: title.decimals, numeric: true, value: ({unit}) => unit.decimals},
    {title: title.price, numeric: true, value: ({price}) => decimal(price, money)},
    {title: title.taxRate, numeric: true, value: ({taxRate}) => decimal(taxRate, 2)},
    {
      title: title.reorderLevel,
      numeric: true,
      value: ({reorderLevel, unit}) => decimal(reorderLevel, unit.decimals),
    },
    {
      title: title.reorderQuantity,
      numeric: true,
      value: ({reorderQuantity, unit}) => decimal(reorderQuantity, unit.decimals),
    },
    {title: title.trackStock, value: ({trackStock}) => yesNo(trackStock)},
    {title: title.stockPolicy, value: ({stockPolicy}) => stockPolicy},
    {title: title.description, value: ({description}) => description},
    {
      title: title.specifications,
      value: ({specifications}) => toSpecificationText(specifications ?? []),
    },
    {title: title.isActive, value: ({isActive}) => yesNo(isActive)},
  ]
}

/** Plans rows of products; made once a file, since it orders the shop by sku and name first. */
export function createProductPlanner(shop: ImportShop) {
  const bySku = new Map<string, Product[]>()
  for (const product of shop.products.values()) {
    bySku.set(product.sku, [...(bySku.get(product.sku) ?? []), product])
  }
  const brands = brandNames(shop.brands)
  const categories = categoryNames(shop.categories)
  const lines = new Map<string, number>()

  return (line: number, cells: Cells): PlannedRow => {
    const sku = cells.text(PRODUCT_TITLES.sku) ?? ''
    const label = sku === '' ? (cells.text(PRODUCT_TITLES.name) ?? '') : sku
    const known = bySku.get(sku) ?? []
    const [existing] = known
    checkSku(sku, known, lines, line, cells)
    const names: NewNames = {}
    const fields = {
      ...readFields(sku, existing, shop.currency, cells),
      brand: refer('brand', PRODUCT_TITLES.brand, brands, names, cells),
      category: refer('category', PRODUCT_TITLES.category, categories, names, cells),
    }
    checkDecimals(existing, fields.unit, shop, cells)
    return existing === undefined
      ? planNew(line, label, fields, names, cells)
      : planChange(line, label, existing, fields, names, cells)
  }
}

function checkSku(
  sku: string,
  known: readonly Product[],
  lines: Map<string, number>,
  line: number,
  cells: Cells,
): void {
  const column = PRODUCT_TITLES.sku
  const before = lines.get(sku)
  if (sku === '') cells.refuse(column, 'sku-required')
  else if (before !== undefined) cells.refuse(column, 'repeated', {sku, line: before})
  else lines.set(sku, line)
  if (known.length > 1) {
    const names = known.map(({name}) => name).join(', ')
    cells.refuse(column, 'sku-shared-by', {sku, names})
  }
}

function readFields(
  sku: string,
  existing: Product | undefined,
  currency: string,
  cells: Cells,
): Changes<Product> {
  const unit = readUnit(existing, cells)
  const decimals = unit?.decimals ?? existing?.unit.decimals ?? 0
  const title = PRODUCT_TITLES
  return {
    sku,
    name: cells.text(title.name),
    barcode: cells.text(title.barcode),
    unit,
    price: cells.money(title.price, currency),
    taxRate: cells.decimal(title.taxRate, 2),
    reorderLevel: cells.decimal(title.reorderLevel, decimals),
    reorderQuantity: cells.decimal(title.reorderQuantity, decimals),
    // what a row must say and does not is as it is for a new product
    trackStock: emptyIs(cells.yesNo(title.trackStock), true),
    stockPolicy: cells.oneOf(title.stockPolicy, ['deny', 'allow'], 'not-policy'),
    description: cells.longText(title.description),
    specifications: readSpecificationCell(cells),
    isActive: emptyIs(cells.yesNo(title.isActive), true),
  }
}

const emptyIs = <T>(cell: T | null | undefined, value: T): T | undefined =>
  cell === null ? value : cell

function readUnit(existing: Product | undefined, cells: Cells): Product['unit'] | undefined {
  const name = cells.text(PRODUCT_TITLES.unit)
  const decimals = cells.oneOf(PRODUCT_TITLES.decimals, ['0', '1', '2', '3'], 'not-decimals')
  if (name === undefined && decimals === undefined) return undefined
  const before = existing?.unit
  return {
    name: name ?? before?.name ?? 'pcs',
    decimals: decimals === undefined ? (before?.decimals ?? 0) : DECIMALS[decimals ?? '0'],
  }
}

const DECIMALS = {'0': 0, '1': 1, '2': 2, '3': 3} as const

function readSpecificationCell(cells: Cells) {
  const text = cells.longText(PRODUCT_TITLES.specifications)
  if (text === null || text === undefined) return text
  return readSpecifications(text) ?? cells.refuse(PRODUCT_TITLES.specifications, 'specifications')
}

function refer(
  kind: keyof NewNames,
  column: string,
  known: CatalogueNames,
  names: NewNames,
  cells: Cells,
) {
  const name = cells.text(column)
  if (name === null || name === undefined) return name
  const [id, other] = known.idsOf(name)
  if (other !== undefined) return cells.refuse(column, 'name-shared', {name})
  if (id !== undefined) return {_type: 'reference' as const, _ref: id}
  names[kind] = name
  return undefined
}

/** The operation refuses it too; here it is told before anything is written. */
function checkDecimals(
  existing: Product | undefined,
  unit: Product['unit'] | null | undefined,
  shop: ImportShop,
  cells: Cells,
): void {
  const level =
    existing === undefined ? undefined : shop.stockLevels.get(stockLevelId(existing._id))
  if (level === undefined || !unit || unit.decimals === level.unit.decimals) return
  cells.refuse(PRODUCT_TITLES.decimals, 'decimals-fixed', {decimals: level.unit.decimals})
}

function planNew(
  line: number,
  label: string,
  fields: Changes<Product>,
  names: NewNames,
  cells: Cells,
): PlannedRow {
  requireCells(fields, ['name', 'price'], PRODUCT_TITLES, cells)
  const parse = () => parseCommand(productRules.creation, withoutEmpty(fields))
  const made = checkBy(parse, PRODUCT_TITLES, cells)
  const {issues} = cells
  if (made === undefined || issues.length > 0) return {line, label, action: 'refused', issues}
  return {
    line,
    label,
    action: 'create',
    issues,
    command: {type: 'createProduct', fields: made, names},
  }
}

function planChange(
  line: number,
  label: string,
  existing: Product,
  fields: Changes<Product>,
  names: NewNames,
  cells: Cells,
): PlannedRow {
  const {issues} = cells
  for (const required of ['name', 'price'] as const) {
    if (fields[required] === null) cells.refuse(PRODUCT_TITLES[required], 'required')
  }
  const changed = pickChanged(fields, existing)
  checkBy(() => parseCommand(productRules.change, changed), PRODUCT_TITLES, cells)
  if (issues.length > 0) return {line, label, action: 'refused', issues}
  if (Object.keys(changed).length === 0 && Object.keys(names).length === 0) {
    return {line, label, action: 'unchanged', issues}
  }
  const command = {type: 'updateProduct' as const, id: existing._id, fields: changed, names}
  return {line, label, action: 'update', issues, command}
}
