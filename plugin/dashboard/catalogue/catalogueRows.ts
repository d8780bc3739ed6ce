import {isLowStock, isOutOfStock, stockState} from '../../domain/alerts.ts'
import type {Product} from '../../domain/documents.ts'
import {attributeKey, stockLevelId} from '../../domain/ids.ts'
import type {ShopCollections} from '../../live/types.ts'

/** What stands under a brand or a category. Money in minor units. */
export interface CatalogueFigures {
  products: number
  /** Stock at cost. */
  value: number
  /** Line totals of the range, before credit notes. */
  sales: number
  low: number
  out: number
}

export interface CatalogueRow extends CatalogueFigures {
  id: string
  type: 'brand' | 'category'
  name: string
  isActive: boolean
  /** 1 at the top of the tree. */
  level: number
  hasChildren: boolean
}

const NOTHING: CatalogueFigures = {products: 0, value: 0, sales: 0, low: 0, out: 0}

type Sources = Pick<ShopCollections, 'products' | 'stockLevels'>

/** Figures by id of what `groupOf` a product names; sales by `attributeKey` of that id. */
function figuresBy(
  {products, stockLevels}: Sources,
  groupOf: (product: Product) => string | undefined,
): ReadonlyMap<string, CatalogueFigures> {
  const figures = new Map<string, CatalogueFigures>()
  for (const product of products.values()) {
    const group = groupOf(product)
    if (group === undefined) continue
    const level = stockLevels.get(stockLevelId(product._id))
    const state = stockState(product, level)
    const known = figures.get(group) ?? NOTHING
    figures.set(group, {
      products: known.products + 1,
      value: known.value + (level?.value ?? 0),
      sales: known.sales,
      low: known.low + (isLowStock(state) ? 1 : 0),
      out: known.out + (isOutOfStock(state) ? 1 : 0),
    })
  }
  return figures
}

function withSales(
  figures: CatalogueFigures | undefined,
  id: string,
  sales: ReadonlyMap<string, number>,
): CatalogueFigures {
  return {...(figures ?? NOTHING), sales: sales.get(attributeKey(id)) ?? 0}
}

function plus(a: CatalogueFigures, b: CatalogueFigures): CatalogueFigures {
  return {
    products: a.products + b.products,
    value: a.value + b.value,
    sales: a.sales + b.sales,
    low: a.low + b.low,
    out: a.out + b.out,
  }
}

/** Brands by name; `sales` by `attributeKey`. */
export function brandRows(
  shop: Sources & Pick<ShopCollections, 'brands'>,
  sales: ReadonlyMap<string, number>,
): readonly CatalogueRow[] {
  const figures = figuresBy(shop, (product) => product.brand?._ref)
  return [...shop.brands.values()].toSorted(byName).map(({_id, name, isActive}) => ({
    id: _id,
    type: 'brand',
    name,
    isActive,
    level: 1,
    hasChildren: false,
    ...withSales(figures.get(_id), _id, sales),
  }))
}

/**
 * The tree of categories, each before what stands below it and with the figures of all of that. A parent that is gone,
 * or that stands below its own child, counts as none: every category is in the tree once.
 */
export function categoryRows(
  shop: Sources & Pick<ShopCollections, 'categories'>,
  sales: ReadonlyMap<string, number>,
): readonly CatalogueRow[] {
  const figures = figuresBy(shop, (product) => product.category?._ref)
  const children = childrenOf(shop.categories)
  const toRows = (id: string, level: number): readonly CatalogueRow[] => {
    const category = shop.categories.get(id)
    if (category === undefined) return []
    const below = (children.get(id) ?? []).map((child) => toRows(child, level + 1))
    const own = withSales(figures.get(id), id, sales)
    const sums = below.reduce((sum, [top]) => (top === undefined ? sum : plus(sum, top)), own)
    const {name, isActive} = category
    const row = {
      id,
      type: 'category' as const,
      name,
      isActive,
      level,
      hasChildren: below.length > 0,
    }
    return [{...row, ...sums}, ...below.flat()]
  }
  return (children.get(undefined) ?? []).flatMap((id) => toRows(id, 1))
}

function childrenOf(
  categories: ShopCollections['categories'],
): ReadonlyMap<string | undefined, readonly string[]> {
  const children = new Map<string | undefined, string[]>()
  for (const {_id} of [...categories.values()].toSorted(byName)) {
    const parent = parentOf(categories, _id)
    const known = children.get(parent)
    if (known === undefined) children.set(parent, [_id])
    else known.push(_id)
  }
  return children
}

/** `undefined` at the top, and for every member of a circle. */
function parentOf(categories: ShopCollections['categories'], id: string): string | undefined {
  const parent = categories.get(id)?.parent?._ref
  if (parent === undefined || !categories.has(parent)) return undefined
  const seen = new Set([id])
  for (let above: string | undefined = parent; above !== undefined;) {
    if (above === id) return undefined
    if (seen.has(above)) break
    seen.add(above)
    above = categories.get(above)?.parent?._ref
  }
  return parent
}

interface Named {
  _id: string
  name: string
  sortOrder?: number
}

function byName(a: Named, b: Named): number {
  return (
    (a.sortOrder ?? 0) - (b.sortOrder ?? 0) ||
    String(a.name).localeCompare(String(b.name)) ||
    (a._id < b._id ? -1 : 1)
  )
}

/** Rows whose name holds `query` (lower case) and what stands above them; without one, none below a closed row. */
export function shownRows(
  rows: readonly CatalogueRow[],
  query: string,
  closed: ReadonlySet<string>,
): readonly CatalogueRow[] {
  return query === '' ? openRows(rows, closed) : foundRows(rows, query)
}

function openRows(
  rows: readonly CatalogueRow[],
  closed: ReadonlySet<string>,
): readonly CatalogueRow[] {
  let hiddenBelow = Number.POSITIVE_INFINITY
  return rows.filter(({id, level}) => {
    if (level > hiddenBelow) return false
    hiddenBelow = closed.has(id) ? level : Number.POSITIVE_INFINITY
    return true
  })
}

function foundRows(rows: readonly CatalogueRow[], query: string): readonly CatalogueRow[] {
  const kept = new Set<CatalogueRow>()
  const path: CatalogueRow[] = []
  for (const row of rows) {
    path.length = row.level - 1
    path.push(row)
    if (String(row.name).toLowerCase().includes(query)) for (const one of path) kept.add(one)
  }
  return rows.filter((row) => kept.has(row))
}
