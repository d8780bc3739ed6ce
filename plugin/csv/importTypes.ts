import type {Brand, Category, Product, StockLevel, User} from '../domain/documents.ts'
import type {Changes, Fields, ReceiveCommand, ShopOperations} from '../operations/commands.ts'
import type {CellIssue} from './cells.ts'

export const IMPORT_KINDS = ['products', 'customers', 'openingStock'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What the shop has already: complete maps by id, as the live store holds them but for users. */
export interface ImportShop {
  /** ISO 4217. */
  currency: string
  products: ReadonlyMap<string, Product>
  brands: ReadonlyMap<string, Brand>
  categories: ReadonlyMap<string, Category>
  /** Whole, for an import of customers: `readUsers` reads them, the live store holds rows. */
  users: ReadonlyMap<string, User>
  stockLevels: ReadonlyMap<string, StockLevel>
}

/** Names of a brand and a category that the import has to make before the product. */
export interface NewNames {
  brand?: string
  category?: string
}

export type ImportCommand =
  | {type: 'createProduct'; fields: Fields<Product>; names: NewNames}
  | {type: 'updateProduct'; id: string; fields: Changes<Product>; names: NewNames}
  | {type: 'createUser'; fields: Fields<User>}
  | {type: 'updateUser'; id: string; fields: Changes<User>}
  | {type: 'openStock'; command: ReceiveCommand}

/** What a dry run says of one row. */
export interface PlannedRow {
  /** Of the file, from 1. */
  line: number
  /** SKU or name. */
  label: string
  /** `unchanged`: the shop says the same already, so that an import can be repeated. */
  action: 'create' | 'update' | 'unchanged' | 'refused'
  /** Why it is refused; why it stays unchanged. */
  issues: readonly CellIssue[]
  /** Carries the row out in one transaction; absent for `unchanged` and `refused`. */
  command?: ImportCommand
}

export interface ImportPlan {
  kind: ImportKind
  rows: readonly PlannedRow[]
  /** Names that products refer to and nobody has yet; made first. */
  newBrands: readonly string[]
  newCategories: readonly string[]
  /** Titles of the file that mean nothing here. */
  ignored: readonly string[]
}

/** The operations that an import writes by. */
export type ImportOperations = Pick<
  ShopOperations,
  'products' | 'users' | 'brands' | 'categories'
> & {
  stock: Pick<ShopOperations['stock'], 'open'>
}
