import type {PaymentMethod} from './documents.ts'

/**
 * What becomes of more money than is due. `refuse`; `change`: cash is handed back and noted on the payment; `credit`: it
 * is kept as the customer's credit, to pay a later bill.
 */
export type Overpayment = 'refuse' | 'change' | 'credit'

/** A payment with what of it settles the bill and what is over, minor units. */
export type SpreadPayment<P> = P & {kept: number; over: number}

/**
 * Spreads payments over what is due: credit first, cash last, so that what is over comes out of cash, which can be
 * handed back, and never out of credit.
 */
export function spreadPayments<P extends {method: PaymentMethod; amount: number}>(
  payments: readonly P[],
  due: number,
): SpreadPayment<P>[] {
  let left = due
  return payments
    .toSorted((a, b) => rankOf(a.method) - rankOf(b.method))
    .map((payment) => {
      const kept = Math.min(payment.amount, left)
      left -= kept
      return {...payment, kept, over: payment.amount - kept}
    })
}

function rankOf(method: PaymentMethod): number {
  if (method === 'customerCredit') return 0
  return method === 'cash' ? 2 : 1
}
