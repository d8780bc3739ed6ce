import type {BillBalance, PaymentMethod} from './documents.ts'

/** As much of a payment as credit depends on. */
interface CreditPayment {
  method: PaymentMethod
  /** Minor units. */
  amount: number
  bill?: unknown
  creditNote?: unknown
  customer?: unknown
}

/** What is still owed on a bill: total − paid − credited; negative: the shop owes the customer; 0 when void. */
export function balanceOf(
  balance: Pick<BillBalance, 'total' | 'paid' | 'credited'> & {void?: unknown},
): number {
  return balance.void === undefined ? balance.total - balance.paid - balance.credited : 0
}

/** Payments less refunds by method, after `amount` more by one of them. */
export function addToMethod(
  paid: Partial<Record<PaymentMethod, number>> | undefined,
  method: PaymentMethod,
  amount: number,
): Partial<Record<PaymentMethod, number>> {
  return {...paid, [method]: (paid?.[method] ?? 0) + amount}
}

/**
 * What payments change of their customer's credit: deposits (of a customer, for no bill and no credit note) raise it,
 * what is settled with `customerCredit` lowers it, what is paid back so raises it.
 */
export function customerCreditOf(payments: readonly CreditPayment[]): number {
  return payments.reduce((sum, {bill, creditNote, customer, method, amount}) => {
    if (method === 'customerCredit') return sum - amount
    const isDeposit = customer !== undefined && bill === undefined && creditNote === undefined
    return isDeposit ? sum + amount : sum
  }, 0)
}
