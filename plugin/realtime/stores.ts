import {useMemo} from 'react'
import {compareText} from '../domain/alerts.ts'
import type {Brand, Category, Product} from '../domain/documents.ts'
import type {Collection, ShopFigures, ShopRelations, ShopSnapshot} from '../live/types.ts'
import type {ShopOperations} from '../operations/commands.ts'
import {isShallowEqual} from './useSelected.ts'
import {useSanityOperations} from './useSanityOperations.ts'
import {useShopSnapshot, useShopStore} from './useShop.ts'

type Equality<T> = (a: T, b: T) => boolean

/** The whole live data with lookups by relation. */
export interface DataStore extends ShopSnapshot {
  related: ShopRelations
  operations: ShopOperations
}

export interface BrandStore {
  brands: Collection<Brand>
  get(id: string): Brand | undefined
  productsByBrand(brandId: string): readonly Product[]
  operations: ShopOperations['brands']
}

export interface CategoryStore {
  categories: Collection<Category>
  get(id: string): Category | undefined
  childrenOf(categoryId: string | undefined): readonly Category[]
  productsByCategory(categoryId: string): readonly Product[]
  operations: ShopOperations['categories']
}

export interface InventoryStore extends Pick<
  ShopSnapshot,
  'products' | 'stockLevels' | 'stockTransactions'
> {
  figures: Pick<ShopFigures, 'stockValue' | 'lowStock' | 'outOfStock' | 'negativeStock'>
  levelOf: ShopRelations['levelOf']
  /** Recent ledger entries of a product, oldest first. */
  entriesOf: ShopRelations['entriesByProduct']
  operations: ShopOperations['stock'] & {products: ShopOperations['products']}
}

/** Takes what `build` makes of the parts that `pick` names; rebuilt only when one of them changes. */
function useStore<P, S, T>(
  pick: (snapshot: ShopSnapshot) => P,
  build: (parts: P, related: ShopRelations, operations: ShopOperations) => S,
  selector: (store: S) => T,
  isEqual: Equality<T> | undefined,
): T {
  const {related} = useShopStore()
  const operations = useSanityOperations()
  const cache = useMemo(() => createCache(build, related, operations), [build, related, operations])
  return useShopSnapshot((snapshot) => selector(cache(pick(snapshot))), isEqual)
}

function createCache<P, S>(
  build: (parts: P, related: ShopRelations, operations: ShopOperations) => S,
  related: ShopRelations,
  operations: ShopOperations,
) {
  let last: {parts: P; store: S} | undefined
  return (parts: P): S => {
    if (last === undefined || !isShallowEqual(last.parts, parts)) {
      last = {parts, store: build(parts, related, operations)}
    }
    return last.store
  }
}

const same = <T>(store: T): T => store

const wholeSnapshot = (snapshot: ShopSnapshot) => snapshot
const buildDataStore = (
  snapshot: ShopSnapshot,
  related: ShopRelations,
  operations: ShopOperations,
): DataStore => ({...snapshot, related, operations})

/** Everything live; with a selector a component re-renders only when its part changes. */
export function useDataStore(): DataStore
export function useDataStore<T>(selector: (store: DataStore) => T, isEqual?: Equality<T>): T
export function useDataStore<T>(
  selector?: (store: DataStore) => T,
  isEqual?: Equality<T | DataStore>,
): T | DataStore {
  return useStore<ShopSnapshot, DataStore, T | DataStore>(
    wholeSnapshot,
    buildDataStore,
    selector ?? same,
    isEqual,
  )
}

const brandParts = ({brands, products}: ShopSnapshot) => ({brands, products})
const buildBrandStore = (
  {brands}: ReturnType<typeof brandParts>,
  related: ShopRelations,
  operations: ShopOperations,
): BrandStore => ({
  brands,
  get: (id) => brands.get(id),
  productsByBrand: related.productsByBrand,
  operations: operations.brands,
})

/** Brands, their products and the writes for brands. */
export function useBrandStore(): BrandStore
export function useBrandStore<T>(selector: (store: BrandStore) => T, isEqual?: Equality<T>): T
export function useBrandStore<T>(
  selector?: (store: BrandStore) => T,
  isEqual?: Equality<T | BrandStore>,
): T | BrandStore {
  return useStore<ReturnType<typeof brandParts>, BrandStore, T | BrandStore>(
    brandParts,
    buildBrandStore,
    selector ?? same,
    isEqual,
  )
}

const categoryParts = ({categories, products}: ShopSnapshot) => ({categories, products})
const buildCategoryStore = (
  {categories}: ReturnType<typeof categoryParts>,
  related: ShopRelations,
  operations: ShopOperations,
): CategoryStore => ({
  categories,
  get: (id) => categories.get(id),
  childrenOf: (parentId) =>
    [...categories.values()]
      .filter((category) => category.parent?._ref === parentId)
      .toSorted((a, b) => (a.sortOrder ?? 0) - (b.sortOrder ?? 0) || compareText(a.name, b.name)),
  productsByCategory: related.productsByCategory,
  operations: operations.categories,
})

/** Categories as a tree, their products and the writes for categories. */
export function useCategoryStore(): CategoryStore
export function useCategoryStore<T>(selector: (store: CategoryStore) => T, isEqual?: Equality<T>): T
export function useCategoryStore<T>(
  selector?: (store: CategoryStore) => T,
  isEqual?: Equality<T | CategoryStore>,
): T | CategoryStore {
  return useStore<ReturnType<typeof categoryParts>, CategoryStore, T | CategoryStore>(
    categoryParts,
    buildCategoryStore,
    selector ?? same,
    isEqual,
  )
}

const inventoryParts = ({products, stockLevels, stockTransactions, figures}: ShopSnapshot) => ({
  products,
  stockLevels,
  stockTransactions,
  stockValue: figures.stockValue,
  lowStock: figures.lowStock,
  outOfStock: figures.outOfStock,
  negativeStock: figures.negativeStock,
})
const buildInventoryStore = (
  parts: ReturnType<typeof inventoryParts>,
  related: ShopRelations,
  operations: ShopOperations,
): InventoryStore => {
  const {products, stockLevels, stockTransactions, ...figures} = parts
  return {
    products,
    stockLevels,
    stockTransactions,
    figures,
    levelOf: related.levelOf,
    entriesOf: related.entriesByProduct,
    operations: {...operations.stock, products: operations.products},
  }
}

/** Products, levels, recent ledger entries and the writes for stock. Quantities in smallest steps. */
export function useInventoryStore(): InventoryStore
export function useInventoryStore<T>(
  selector: (store: InventoryStore) => T,
  isEqual?: Equality<T>,
): T
export function useInventoryStore<T>(
  selector?: (store: InventoryStore) => T,
  isEqual?: Equality<T | InventoryStore>,
): T | InventoryStore {
  return useStore<ReturnType<typeof inventoryParts>, InventoryStore, T | InventoryStore>(
    inventoryParts,
    buildInventoryStore,
    selector ?? same,
    isEqual,
  )
}
