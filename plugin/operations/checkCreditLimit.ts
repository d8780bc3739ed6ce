import {creditLimitWarning} from '../domain/creditLimit.ts'
import type {CreditLimitWarning} from '../domain/creditLimit.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {customerAccountId} from '../domain/ids.ts'
import {formatMoney} from '../domain/money.ts'
import {requireApproval} from './approve.ts'
import type {PlanContext} from './operation.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * What the shop's `creditPolicy` makes of a bill of which `unpaid` stays open: a warning, or a refusal.
 * @throws InvalidCommandError under `refuse`; NotPermittedError under `approve`
 */
export function checkCreditLimit(
  customer: string | undefined,
  unpaid: number,
  snapshot: Snapshot,
  context: PlanContext,
): CreditLimitWarning | undefined {
  const user = customer === undefined ? undefined : snapshot.find('user', customer)
  if (user === undefined) return undefined
  const account = snapshot.find('customerAccount', customerAccountId(user._id))
  const warning = creditLimitWarning(user, account, unpaid)
  if (warning === undefined) return undefined
  const {creditPolicy, currency} = context.settings
  const owed = formatMoney(warning.owed, currency)
  const words = `${user.name} would owe ${owed}, more than the credit limit of ${formatMoney(warning.limit, currency)}`
  if (creditPolicy === 'approve') requireApproval('creditLimit', words, context)
  if (creditPolicy === 'refuse') {
    throw new InvalidCommandError(`Nothing was saved: ${words}; take a payment with the bill.`, [
      {
        path: 'customer',
        message: words,
        reason: {
          name: 'credit-limit',
          values: {name: user.name, owed, limit: formatMoney(warning.limit, currency)},
        },
      },
    ])
  }
  return warning
}
