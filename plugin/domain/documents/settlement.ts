import type {Actor, CommandRecord, Correction, ShopDocument, WeakReference} from './base.ts'

/** `customerCredit` settles from what the shop owes the customer (`CustomerAccount.credit`); no money moves. */
export type PaymentMethod = 'cash' | 'card' | 'upi' | 'bankTransfer' | 'other' | 'customerCredit'

/** One a bill. `balance = total − paid − credited`; 0 when void. */
export interface BillBalance extends ShopDocument {
  _type: 'billBalance'
  bill: WeakReference
  number: string
  customer?: WeakReference
  customerName?: string
  total: number
  paid: number
  credited: number
  balance: number
  dueDate: string
  day: string
  /** Credited quantity per line `_key` of the bill, in smallest steps. */
  creditedLines?: {_key: string; quantity: number; amount: number}[]
  /** Payments less refunds by method; sums to `paid`. */
  paidByMethod?: Partial<Record<PaymentMethod, number>>
  /** `command` is the proof that this void has been done. */
  void?: {at: string; by: Actor; reason: string; entries?: string[]; command?: CommandRecord}
  correction?: Correction
}

/** Money in or out. With a customer but neither bill nor credit note it is a deposit: it raises the customer's credit. */
export interface Payment extends ShopDocument {
  _type: 'payment'
  bill?: WeakReference
  creditNote?: WeakReference
  customer?: WeakReference
  method: PaymentMethod
  /** What the shop keeps; negative: a refund. */
  amount: number
  /** Handed back of cash that came with it: `amount + change` was handed over. */
  change?: number
  at: string
  day: string
  by: Actor
  reference?: string
  /** Present when the payment is the root document of its own operation. */
  command?: CommandRecord
}

/**
 * One a customer with bills, id `customerAccount.<hash of the user's id>`. `owed` = Σ balances of the customer's bills;
 * `credit` = deposits less what was settled with `customerCredit`, never below 0. Moved by increments, so that tills do
 * not conflict over a customer; by revision only where credit is spent or a limit is enforced.
 */
export interface CustomerAccount extends ShopDocument {
  _type: 'customerAccount'
  customer: WeakReference
  owed: number
  credit: number
  correction?: Correction
}
