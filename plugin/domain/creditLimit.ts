import type {CustomerAccount, User} from './documents.ts'

/** A bill that leaves its customer owing more than the credit limit; amounts in minor units. */
export interface CreditLimitWarning {
  code: 'credit-limit'
  customer: string
  name: string
  limit: number
  /** Owed after the bill, less the customer's credit. */
  owed: number
}

/**
 * Whether a bill of which `unpaid` minor units stay open goes beyond the customer's limit; pure, so that a form can ask
 * while typing. Nothing without a limit, and nothing for a bill that is paid at once.
 */
export function creditLimitWarning(
  customer: Pick<User, '_id' | 'name' | 'creditLimit'>,
  account: Pick<CustomerAccount, 'owed' | 'credit'> | undefined,
  unpaid: number,
): CreditLimitWarning | undefined {
  const {_id, name, creditLimit: limit} = customer
  if (limit === undefined || unpaid <= 0) return undefined
  const owed = (account?.owed ?? 0) - (account?.credit ?? 0) + unpaid
  return owed > limit ? {code: 'credit-limit', customer: _id, name, limit, owed} : undefined
}
