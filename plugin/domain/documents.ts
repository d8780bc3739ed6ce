import type {AlertNote} from './documents/alertNote.ts'
import type {Brand, Category, Product, User} from './documents/catalogue.ts'
import type {Bill, BillDraft, CreditNote} from './documents/papers.ts'
import type {BillBalance, CustomerAccount, Payment} from './documents/settlement.ts'
import type {DaySummary, Series, ShopSettings} from './documents/shop.ts'
import type {StockLevel, StockTransaction} from './documents/stock.ts'

/*
 * Every document of the shop as it stands in the lake.
 *
 * Units: money is an integer in minor units of the shop's currency; quantities are integers in the product's smallest
 * step (`unit.decimals`: 1500 = 1.500 kg); `unitPrice`, `unitCost`, `price` are minor units per WHOLE unit; rates are
 * basis points; times are ISO UTC; `day` and `dueDate` are calendar days (`YYYY-MM-DD`) of the shop's time zone.
 */
export type * from './documents/alertNote.ts'
export type * from './documents/base.ts'
export type * from './documents/catalogue.ts'
export type * from './documents/latencyTest.ts'
export type * from './documents/papers.ts'
export type * from './documents/settlement.ts'
export type * from './documents/shop.ts'
export type * from './documents/stock.ts'

/** Documents that the live layer holds; operations know a few more. */
export interface DocumentByType {
  product: Product
  brand: Brand
  category: Category
  user: User
  bill: Bill
  billBalance: BillBalance
  payment: Payment
  customerAccount: CustomerAccount
  creditNote: CreditNote
  billDraft: BillDraft
  stockLevel: StockLevel
  stockTransaction: StockTransaction
  series: Series
  daySummary: DaySummary
  shopSettings: ShopSettings
  alertNote: AlertNote
}

export type ShopDocumentType = keyof DocumentByType

export type AnyShopDocument = DocumentByType[ShopDocumentType]
