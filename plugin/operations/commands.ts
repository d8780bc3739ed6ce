import type {Discount} from '../domain/billTotals.ts'
import type {CreditLimitWarning} from '../domain/creditLimit.ts'
import type {
  Actor,
  AlertNote,
  Bill,
  BillDraft,
  Brand,
  Category,
  CreditNote,
  Payment,
  PaymentMethod,
  Product,
  ServiceType,
  StockTransaction,
  User,
} from '../domain/documents.ts'
import type {Overpayment} from '../domain/overpayment.ts'

/** Ways in which money moves; `customerCredit` moves none. */
export type MoneyMethod = Exclude<PaymentMethod, 'customerCredit'>

export type {CreditLimitWarning, Discount, Overpayment}

/**
 * Every command carries the key made when its form opened; the same key twice is one operation. Sending again must send
 * the same content, `occurredAt` too: other content under the same key is refused as `key-reused`.
 */
export interface Keyed {
  key: string
}

export interface ProductLineInput {
  /** Document id of a published product. */
  product: string
  /** Smallest steps, > 0. */
  quantity: number
  /** Minor units per whole unit; absent: the product's price. */
  unitPrice?: number
  discount?: Discount
}

export interface FreeLineInput {
  name: string
  /** Whole units unless `unit` says otherwise. */
  quantity: number
  unitPrice: number
  unit?: {name: string; decimals: 0 | 1 | 2 | 3}
  taxRate?: number
  discount?: Discount
}

export interface PaymentInput {
  method: PaymentMethod
  amount: number
  reference?: string
}

export interface CreateBillCommand extends Keyed {
  /** User document id; absent: walk-in. */
  customer?: string
  lines: readonly (ProductLineInput | FreeLineInput)[]
  discount?: Discount
  dueDate?: string
  payments?: readonly PaymentInput[]
  /** What becomes of payments beyond the total; absent: refused. `credit` needs a customer. */
  overpayment?: Overpayment
  serviceType?: ServiceType
  notes?: string
  occurredAt?: string
  reference?: string
  /** A parked sale that this bill issues: deleted in the same transaction. */
  draft?: string
}

export interface CreateBillResult {
  bill: Bill
  entries: readonly StockTransaction[]
  /** What the cashier should know of a bill that was issued all the same; empty when the command is repeated. */
  warnings: readonly CreditLimitWarning[]
}

export interface RecordPaymentCommand extends Keyed {
  bill: string
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
  /** Positive: what is paid back, at most what is paid. */
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

export interface ParkCommand extends Keyed {
  title?: string
  content: Omit<CreateBillCommand, 'key'>
}

/** Throws a parked sale away. */
export interface DiscardCommand extends Keyed {
  draft: string
}

export type CreditCommand = Keyed & {
  reason: string
  occurredAt?: string
  reference?: string
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

/** Editable attributes, without the lake's own. */
export type Fields<T> = Partial<
  Omit<T, '_id' | '_type' | '_rev' | '_createdAt' | '_updatedAt' | 'command'>
>

/** Of an update: `null` empties an attribute, what is left out stays. */
export type Changes<T> = {[K in keyof Fields<T>]: Fields<T>[K] | null}

export interface CatalogueOperations<T extends Brand | Category | Product | User> {
  /** `fields` must hold what the type requires (`name`; a product also `sku` and `price`). */
  create(fields: Fields<T>, key?: string): Promise<T>
  update(id: string, fields: Changes<T>): Promise<T>
  /** Sets `isActive` to false. */
  archive(id: string): Promise<T>
  /** Refused with `referenced` while something refers to it. */
  delete(id: string): Promise<void>
}

export interface ShopOperations {
  brands: CatalogueOperations<Brand>
  categories: CatalogueOperations<Category>
  products: CatalogueOperations<Product>
  users: CatalogueOperations<User>
  bills: {
    create(command: CreateBillCommand): Promise<CreateBillResult>
    recordPayment(command: RecordPaymentCommand): Promise<RecordPaymentResult>
    refund(command: RefundCommand): Promise<{payment: Payment}>
    credit(
      command: CreditCommand,
    ): Promise<{creditNote: CreditNote; entries: readonly StockTransaction[]}>
    void(command: VoidCommand): Promise<{bill: Bill; entries: readonly StockTransaction[]}>
    park(command: ParkCommand): Promise<{draft: BillDraft}>
    discard(command: DiscardCommand): Promise<void>
    /** Raises the customer's credit, which `payments` of method `customerCredit` spend. */
    deposit(command: DepositCommand): Promise<{payment: Payment}>
    /** Pays the customer's credit out. */
    withdraw(command: DepositCommand): Promise<{payment: Payment}>
  }
  alerts: {
    /** Puts an alert aside or gives it to somebody, for everybody to see. */
    note(command: NoteAlertCommand): Promise<{note: AlertNote}>
  }
  stock: {
    open(command: ReceiveCommand): Promise<{entries: readonly StockTransaction[]}>
    receive(command: ReceiveCommand): Promise<{entries: readonly StockTransaction[]}>
    returnToSupplier(command: ReceiveCommand): Promise<{entries: readonly StockTransaction[]}>
    adjust(command: AdjustCommand): Promise<{entries: readonly StockTransaction[]}>
    count(command: CountCommand | CountManyCommand): Promise<{entries: readonly StockTransaction[]}>
    /** Brings a level that drifted back to what its ledger says, with an entry that says so. For administrators. */
    correct(command: CorrectCommand): Promise<{entries: readonly StockTransaction[]}>
  }
}
