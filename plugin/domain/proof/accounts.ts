import {sumOf} from '../billTotals.ts'
import type {BillBalance, CustomerAccount, Payment} from '../documents.ts'
import {customerAccountId} from '../ids.ts'
import {balanceOf, customerCreditOf} from '../receivables.ts'
import {compare} from './drift.ts'
import type {Drift} from './drift.ts'
import {groupBy} from './groupBy.ts'

/** Per customer: owed is the sum of the balances and credit is what was deposited and not spent. */
export function proveAccounts(shop: {
  billBalance: readonly BillBalance[]
  payment: readonly Payment[]
  customerAccount: readonly CustomerAccount[]
}): Drift[] {
  const balances = groupBy(shop.billBalance, (balance) => balance.customer?._ref ?? '')
  const payments = groupBy(shop.payment, (payment) => payment.customer?._ref ?? '')
  const accounts = new Map(shop.customerAccount.map((account) => [account._id, account]))
  const owners = shop.customerAccount.map((account) => account.customer._ref)
  const customers = new Set([...owners, ...balances.keys(), ...payments.keys()])
  customers.delete('')
  return [...customers].flatMap((customer) => {
    const own = balances.get(customer) ?? []
    const derived = {
      owed: sumOf(own.map(balanceOf)),
      credit: customerCreditOf(payments.get(customer) ?? []),
    }
    const name = own.find((balance) => balance.customerName !== undefined)?.customerName
    return proveAccount({customer, name}, derived, accounts.get(customerAccountId(customer)))
  })
}

/** What one customer owes and has as credit, minor units; without an account both are 0. */
export function proveAccount(
  {customer, name}: {customer: string; name: string | undefined},
  derived: Pick<CustomerAccount, 'owed' | 'credit'>,
  account: CustomerAccount | undefined,
): Drift[] {
  const document = customerAccountId(customer)
  const place = {
    kind: 'account' as const,
    document,
    customer,
    subject: {of: 'account' as const, name: name ?? customer},
  }
  return [
    ...compare({...place, field: 'customer'}, customer, account?.customer._ref ?? customer),
    ...compare({...place, field: 'owed'}, derived.owed, account?.owed ?? 0),
    ...compare({...place, field: 'credit'}, derived.credit, account?.credit ?? 0),
  ]
}
