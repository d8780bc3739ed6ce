import type {Discount} from '../domain/billTotals.ts'
import type {CreditLimitWarning} from '../domain/creditLimit.ts'
import type {
  Actor,
  AlertNote,
  Bill,
  BillBalance,
  BillDraft,
  Brand,
  Category,
  CreditNote,
  CustomerAccount,
  DaySummary,
  Payment,
  PaymentMethod,
  Product,
  Series,
  ServiceType,
  StockTransaction,
  User,
} from '../domain/documents.ts'
import type {Overpayment} from '../domain/overpayment.ts'
import type {CatalogueOperations, Changes, Fields} from './catalogueOperations.ts'
import type {Keyed} from './keyed.ts'
import type {LatencyTestOperations} from './latencyTestCommands.ts'

/** Ways in which money moves; `customerCredit` moves none. */
export type MoneyMethod = Exclude<PaymentMethod, 'customerCredit'>

export type {CatalogueOperations, Changes, CreditLimitWarning, Discount, Fields, Overpayment}

export interface ProductLineInput {
  /** Document id of a published product. */
  product: string
  /** Smallest steps, > 0. */
  quantity: number
  /** Minor units per whole unit; absent: the product's price. */
  unitPrice?: number
  discount?: Discount
}

/** Labour, a visit, transport: anything that is no product. */
export interface FreeLineInput {
  name: string
  /** Whole units unless `unit` says otherwise. */
  quantity: number
  /** Minor units per whole unit. */
  unitPrice: number
  unit?: {name: string; decimals: 0 | 1 | 2 | 3}
  /** Basis points; absent: the shop's default rate. */
  taxRate?: number
  discount?: Discount
}

export interface PaymentInput {
  method: PaymentMethod
  /** Minor units, > 0. */
  amount: number
  reference?: string
}

export interface CreateBillCommand extends Keyed {
  /** User document id; absent: walk-in. */
  customer?: string
  lines: readonly (ProductLineInput | FreeLineInput)[]
  /** On the whole bill, split over its lines by largest remainder. */
  discount?: Discount
  /** Calendar day; absent: by the customer's terms, else the shop's. */
  dueDate?: string
  payments?: readonly PaymentInput[]
  /** What becomes of payments beyond the total; absent: refused. `credit` needs a customer. */
  overpayment?: Overpayment
  serviceType?: ServiceType
  notes?: string
  /** ISO with a zone, for what was sold offline; absent: now. Never more than five minutes ahead. */
  occurredAt?: string
  /** The caller's own number for it. */
  reference?: string
  /** A parked sale that this bill issues: deleted in the same transaction. */
  draft?: string
}

export interface CreateBillResult {
  bill: Bill
  /** One a stocked product, whatever the number of its lines. */
  entries: readonly StockTransaction[]
  /** What the cashier should know of a bill that was issued all the same; empty when the command is repeated. */
  warnings: readonly CreditLimitWarning[]
}

export interface RecordPaymentCommand extends Keyed {
  /** Document id. */
  bill: string
  /** Minor units, > 0. */
  amount: number
  method: PaymentMethod
  reference?: string
  /** When it was paid; absent: now. */
  occurredAt?: string
  /** What becomes of more than is due; absent: refused. */
  overpayment?: Overpayment
}

export interface RecordPaymentResult {
  payment: Payment
  /** What was kept as the customer's credit. */
  deposit?: Payment
}

export interface RefundCommand extends Keyed {
  bill: string
  /** Minor units, > 0: what is paid back, at most what is paid. */
  amount: number
  method: PaymentMethod
  reference?: string
  occurredAt?: string
}

/** Money of a customer for no bill yet (an advance), or his credit paid out. */
export interface DepositCommand extends Keyed {
  customer: string
  /** Positive, minor units; a withdrawal takes at most the credit. */
  amount: number
  method: MoneyMethod
  reference?: string
  occurredAt?: string
}

/** Cancels what is not credited yet: restocks it once and pays back what was paid, by the methods it was paid with. */
export interface VoidCommand extends Keyed {
  bill: string
  reason: string
}

/** A sale put aside: it holds no number and no stock. */
export interface ParkCommand extends Keyed {
  title?: string
  /**
   * A complete sale, or one that is not complete yet: `typed` is text that the front end which parks it can read again
   * (a form as it stood, up to 200,000 characters).
   */
  content: Omit<CreateBillCommand, 'key'> | TypedSale
}

export interface TypedSale {
  typed: string
  /** The parked sale that this one replaces. */
  draft?: string
}

/** Throws a parked sale away. */
export interface DiscardCommand extends Keyed {
  draft: string
}

/**
 * Takes goods or services back, against a bill line by line (`line` is the `_key` of the bill's line) or without a bill at
 * the prices it names. `restock`: whether they go back on the shelf.
 */
export type CreditCommand = Keyed & {
  reason: string
  occurredAt?: string
  reference?: string
  /** Money paid back with it, minor units: at most what is credited and what was paid. */
  refund?: {method: PaymentMethod; amount: number}
} & (
    | {bill: string; lines: readonly {line: string; quantity: number; restock: boolean}[]}
    | {
        bill?: undefined
        customer?: string
        lines: readonly {product: string; quantity: number; unitPrice: number; restock: boolean}[]
      }
  )

export interface ReceiveCommand extends Keyed {
  /** `unitCost` in minor units per whole unit; absent: the product's moving average. */
  lines: readonly {product: string; quantity: number; unitCost?: number}[]
  reference?: string
  /** Stands on every entry; absent: what kind of movement it is, with the reference. */
  reason?: string
  occurredAt?: string
}

export interface AdjustCommand extends Keyed {
  product: string
  /** Signed, smallest steps, not 0. */
  quantity: number
  reason: string
  kind: 'adjustment' | 'damage'
  occurredAt?: string
}

export interface ProductCount {
  product: string
  /** Smallest steps ≥ 0: what was there at `countedAt`. */
  counted: number
  countedAt: string
}

export interface CountCommand extends Keyed, ProductCount {
  reason?: string
  counts?: undefined
}

/** Everything that one round through the shop has counted: all of it is saved or none. */
export interface CountManyCommand extends Keyed {
  reason?: string
  /** Every product once. */
  counts: readonly ProductCount[]
}

export interface CorrectCommand extends Keyed {
  product: string
}

/** Makes the balance of `bill` (document id) what its payments and credit notes add up to. */
export interface CorrectBalanceCommand extends Keyed {
  bill: string
}

/** Raises the counter of a numbering series, by its name (`bill-2026`), to the last number given. */
export interface CorrectSeriesCommand extends Keyed {
  series: string
}

/** Makes the sums of a calendar day what its bills, credit notes and payments add up to. */
export interface CorrectDayCommand extends Keyed {
  day: string
}

/** Makes the account of `customer` (document id) what the balances and payments add up to. */
export interface CorrectAccountCommand extends Keyed {
  customer: string
}

/** What people agree about an alert; the last word counts. */
export interface NoteAlertCommand extends Keyed {
  /** Key of the alert, as its `data-testid` names it: `lowStock-<product>`. */
  alert: string
  isMuted: boolean
  /** Who takes care of it; absent: nobody. */
  assignee?: Actor
  /** Instant (ISO UTC) from which it counts no more. */
  until: string
}

/**
 * Bills, money and credit. Every command is one atomic transaction and runs exactly once by its key [Shopify `@idempotent`,
 * Square, Stripe]. All throw `not-permitted` (the role, or an approval rule), `key-reused`, `conflict` (lost every race
 * until the deadline), `offline`, `rate-limited`, and `invalid` with every issue of the command.
 */
export interface BillOperations {
  /**
   * Issues a bill: number, balance, payments, stock, ledger and the day's sums together. Numbers are given at issue only
   * and have no gaps [Odoo no_gap, Stripe]; discounts are split by largest remainder [Vendure prorate]; goods leave at
   * moving average cost [ERPNext].
   * @throws OutOfStockError under policy `deny`, with all shortages and who took the last [Saleor]. ShopError `not-found`
   * (product, customer, parked sale), `invalid` (archived, only a draft, discount or payments beyond the total, credit limit
   * under `refuse`)
   */
  create(command: CreateBillCommand): Promise<CreateBillResult>
  /**
   * Money that comes in for a bill: at most what is due, unless `overpayment` says what becomes of the rest.
   * @throws ShopError `not-found`, `invalid` (too much, a void bill)
   */
  recordPayment(command: RecordPaymentCommand): Promise<RecordPaymentResult>
  /**
   * Money paid back for a bill, or kept as the customer's credit; the bill then owes what is not credited. Restocks
   * nothing: that is `credit`.
   * @throws ShopError `not-found`, `invalid` (more than is paid, a void bill)
   */
  refund(command: RefundCommand): Promise<{payment: Payment}>
  /**
   * A credit note of a series of its own. Against a bill, what is credited in any steps ends at exactly 0: the last step
   * absorbs the rounding [Lago]; goods come back at the cost they left with.
   * @throws ShopError `not-found`, `invalid` (more than is left of a line, a void bill, a refund beyond what was paid)
   */
  credit(
    command: CreditCommand,
  ): Promise<{creditNote: CreditNote; entries: readonly StockTransaction[]}>
  /**
   * Cancels a bill: restocks once, only what credit notes have not, and pays back what was paid by the methods that brought
   * it. The bill itself is never touched.
   * @throws ShopError `not-found`, `invalid` (void already)
   */
  void(command: VoidCommand): Promise<{bill: Bill; entries: readonly StockTransaction[]}>
  /** Puts a sale aside without a number; with `content.draft` in place of another. @throws ShopError `not-found` */
  park(command: ParkCommand): Promise<{draft: BillDraft}>
  /** Throws a parked sale away. @throws ShopError `not-found` when it is gone: issued or discarded elsewhere */
  discard(command: DiscardCommand): Promise<void>
  /**
   * Money of a customer for no bill yet: raises the credit, which `payments` of method `customerCredit` spend.
   * @throws ShopError `not-found`
   */
  deposit(command: DepositCommand): Promise<{payment: Payment}>
  /** Pays the customer's credit out. @throws ShopError `not-found`, `invalid` (more than there is) */
  withdraw(command: DepositCommand): Promise<{payment: Payment}>
  /**
   * Makes a balance that was changed by hand follow from its payments and credit notes again. For administrators.
   * @throws ShopError `not-found`, `invalid` when nothing differs, or the bill itself was edited
   */
  correctBalance(command: CorrectBalanceCommand): Promise<{balance: BillBalance}>
  /**
   * Raises a counter that was set back by hand, so that no number is given twice. For administrators.
   * @throws ShopError `invalid` when it is not behind: a gap stays
   */
  correctSeries(command: CorrectSeriesCommand): Promise<{series: Series}>
  /**
   * Makes a day's sums that were changed by hand follow from its papers and payments again. For administrators.
   * @throws ShopError `invalid` when nothing differs
   */
  correctDay(command: CorrectDayCommand): Promise<{summary: DaySummary}>
  /**
   * Makes what a customer owes and has as credit follow from balances and payments again. For administrators.
   * @throws ShopError `invalid` when nothing differs
   */
  correctAccount(command: CorrectAccountCommand): Promise<{account: CustomerAccount}>
}

/**
 * Stock: a level per product is the fold of its append-only ledger [Shopify InventoryLevel, ERPNext Bin]. Each command
 * writes one entry a product with actor, reason, source and time. Throws as `BillOperations` do; `not-found` and `invalid`
 * also for a product that does not exist, is only a draft or is a service.
 */
export interface StockOperations {
  /** What a product starts with. @throws ShopError `invalid` once it has moved */
  open(command: ReceiveCommand): Promise<StockOutcome>
  /** Goods in at their cost, which moves the average; without a cost at the average. */
  receive(command: ReceiveCommand): Promise<StockOutcome>
  /** Goods back to the supplier, at the average or at `unitCost`. @throws OutOfStockError under policy `deny` */
  returnToSupplier(command: ReceiveCommand): Promise<StockOutcome>
  /** A signed correction with its reason; damage only takes away. @throws OutOfStockError under policy `deny` */
  adjust(command: AdjustCommand): Promise<StockOutcome>
  /**
   * Sets one or many products to what was counted plus whatever occurred after it; what occurred before and is told later
   * is compensated [Square]. Writes an entry also when nothing differs.
   * @throws ShopError `invalid` for a count that is not after the last one
   */
  count(command: CountCommand | CountManyCommand): Promise<StockOutcome>
  /**
   * Brings a level that drifted back to what its ledger says, with an entry that says so. For administrators.
   * @throws ShopError `invalid` when nothing has drifted, or an entry itself was edited
   */
  correct(command: CorrectCommand): Promise<StockOutcome>
}

export interface StockOutcome {
  entries: readonly StockTransaction[]
}

export interface ShopOperations {
  brands: CatalogueOperations<Brand>
  categories: CatalogueOperations<Category>
  products: CatalogueOperations<Product>
  users: CatalogueOperations<User>
  bills: BillOperations
  alerts: {
    /** Puts an alert aside or gives it to somebody, for everybody to see. */
    note(command: NoteAlertCommand): Promise<{note: AlertNote}>
  }
  latencyTests: LatencyTestOperations
  stock: StockOperations
}
