import type {BillBalance, CustomerAccount, Payment} from '../../domain/documents.ts'
import {customerAccountId} from '../../domain/ids.ts'
import {proveHeldAccount} from '../../domain/proof/heldShop.ts'
import {balanceOf, customerCreditOf} from '../../domain/receivables.ts'
import type {Subjects} from './subjects.ts'

export interface HeldAccounts {
  account(id: string): CustomerAccount | undefined
  customerName(customer: string): string | undefined
}

/** What customers owe and have as credit against their balances and payments. */
export function createAccountProof(held: HeldAccounts, subjects: Subjects) {
  const owed = createSums()
  const credit = createSums()
  const moved = new Set<string>()

  const count = (sums: Sums, customer: string | undefined, amount: number): void => {
    if (customer === undefined || amount === 0) return
    sums.add(customer, amount)
    moved.add(customer)
  }

  return {
    moveCustomer: (customer: string): void => {
      moved.add(customer)
    },
    moveAccount(before: CustomerAccount | undefined, after: CustomerAccount | undefined): void {
      for (const account of [before, after]) if (account) moved.add(account.customer._ref)
    },
    moveBalance(before: BillBalance | undefined, after: BillBalance | undefined): void {
      if (before) count(owed, before.customer?._ref, -balanceOf(before))
      if (after) count(owed, after.customer?._ref, balanceOf(after))
    },
    movePayment(before: Payment | undefined, after: Payment | undefined): void {
      if (before) count(credit, before.customer?._ref, -customerCreditOf([before]))
      if (after) count(credit, after.customer?._ref, customerCreditOf([after]))
    },
    waiting: (): Iterable<string> => moved,
    isPending: (customer: string, pending: ReadonlySet<string>): boolean =>
      pending.size > 0 && pending.has(customerAccountId(customer)),
    // besides the sums, the hash of the account's id
    cost: (): number => 1,
    judge(customer: string): void {
      const owner = {customer, name: held.customerName(customer)}
      const derived = {owed: owed.of(customer), credit: credit.of(customer)}
      const account = held.account(customerAccountId(customer))
      subjects.report(`account of ${customer}`, proveHeldAccount(owner, derived, account))
      moved.delete(customer)
    },
  }
}

function createSums() {
  const sums = new Map<string, number>()
  return {
    of: (key: string): number => sums.get(key) ?? 0,
    add(key: string, amount: number): void {
      const next = (sums.get(key) ?? 0) + amount
      if (next === 0) sums.delete(key)
      else sums.set(key, next)
    },
  }
}

type Sums = ReturnType<typeof createSums>
