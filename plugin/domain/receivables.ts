import type {BillBalance, PaymentMethod} from './documents.ts'

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
